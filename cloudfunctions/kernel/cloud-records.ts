import { documentsOf, type Database } from './wx-cloud';

/** As many documents as the server gives for one query. */
const serverPage = 1000;

/**
 * Every document that meets a condition, in no order, with these fields only where some are named. Where one query can't
 * give them all they are read page after page by id; only then, for an order by id invites the database to go through
 * the whole collection by id instead of by an index of the condition.
 */
export const everyDocument = async <T extends { readonly _id: string }>(
  database: Database,
  collection: string,
  condition: object,
  fields: Readonly<Record<string, boolean>> = {},
): Promise<readonly T[]> => {
  const { command } = database;
  const pageOf = (where: object, isOrdered: boolean): Promise<readonly T[]> => {
    const found = database.collection(collection).where(where);
    const query = (isOrdered ? found.orderBy('_id', 'asc') : found).limit(serverPage);
    return documentsOf<T>(Object.keys(fields).length > 0 ? query.field(fields) : query);
  };
  const few = await pageOf(condition, false);
  if (few.length < serverPage) return few;
  const all: T[] = [];
  let page: readonly T[];
  do {
    const after = all.at(-1)?._id;
    page = await pageOf(
      after === undefined ? condition : command.and([condition, { _id: command.gt(after) }]),
      true,
    );
    all.push(...page);
  } while (page.length === serverPage);
  return all;
};
