import { documentsOf, type Database } from './wx-cloud';

/** As many documents as the server gives for one query. */
const serverPage = 1000;

/**
 * Every document that meets a condition, in no order, with these fields only where some are named. What one query can't
 * give is asked for again without what is known: an order to go on by would invite the database to walk through the
 * whole collection in that order, instead of using an index of the condition.
 */
export const everyDocument = async <T extends { readonly _id: string }>(
  database: Database,
  collection: string,
  condition: object,
  fields: Readonly<Record<string, boolean>> = {},
): Promise<readonly T[]> => {
  const { command } = database;
  const all: T[] = [];
  let page: readonly T[];
  do {
    const known = all.map(({ _id }) => _id);
    const where = known.length === 0 ? condition : command.and([condition, { _id: command.nin(known) }]);
    const query = database.collection(collection).where(where).limit(serverPage);
    page = await documentsOf<T>(Object.keys(fields).length > 0 ? query.field(fields) : query);
    all.push(...page);
  } while (page.length === serverPage);
  return all;
};
