import { type Database } from './wx-cloud';
import { everyDocument } from './cloud-records';

/** So many documents are written at once; a request carries 6 MB at most. */
const perWrite = 900;

type Identified = { readonly _id: string };

/**
 * Adds documents. One whose id is taken was added by another run meanwhile and stays as it is; whatever else keeps
 * them from being added is thrown.
 */
export const addDocuments = async (
  database: Database,
  collection: string,
  documents: readonly Identified[],
): Promise<void> => {
  const add = (data: readonly Identified[]) => database.collection(collection).add({ data: [...data] });
  for (let start = 0; start < documents.length; start += perWrite) {
    const some = documents.slice(start, start + perWrite);
    try {
      await add(some);
    } catch (error) {
      const _id = database.command.in(some.map((document) => document._id));
      const found = await everyDocument<Identified>(database, collection, { _id }, { _id: true });
      const taken = new Set(found.map((document) => document._id));
      const missing = some.filter((document) => !taken.has(document._id));
      if (missing.length === some.length) throw error;
      if (missing.length > 0) await add(missing);
    }
  }
};
