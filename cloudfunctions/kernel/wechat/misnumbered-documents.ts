import { misnumberedId, type DocumentFault } from '../document-fault';
import { documentsOf, type Database } from './wx-cloud';

const mostTold = 1000;

/** Documents of a collection whose `_id` is a number or empty: no walk by id comes to them. */
export const misnumberedDocuments = async (
  database: Database,
  collection: string,
): Promise<readonly DocumentFault[]> => {
  const { command } = database;
  const isNoText = command.or([command.lt(0), command.gte(0), command.eq('')]);
  const query = database.collection(collection).where({ _id: isNoText }).field({ _id: true });
  const found = await documentsOf<{ readonly _id: unknown }>(query.limit(mostTold));
  return found.map(({ _id }) => ({
    _id: misnumberedId(collection, _id),
    field: '_id',
    code: _id === '' ? 'missing' : 'not-text',
  }));
};
