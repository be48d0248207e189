import { documentsOf, type Database } from './wx-cloud';

/** As many documents as the server gives for one query. */
const serverPage = 1000;

/** Every document that meets a condition, page after page by id, with these fields only where some are named. */
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
    const after = all.at(-1)?._id;
    const where = after === undefined ? condition : command.and([condition, { _id: command.gt(after) }]);
    const query = database.collection(collection).where(where).orderBy('_id', 'asc').limit(serverPage);
    page = await documentsOf<T>(Object.keys(fields).length > 0 ? query.field(fields) : query);
    all.push(...page);
  } while (page.length === serverPage);
  return all;
};
