import { type Database } from './wx-cloud';
import { everyDocument } from './cloud-records';

/** So many documents are written at once; a request carries 6 MB at most. */
const perWrite = 900;

type Identified = { readonly _id: string };

const takenIds = async (
  database: Database,
  collection: string,
  documents: readonly Identified[],
): Promise<ReadonlySet<string>> => {
  const _id = database.command.in(documents.map((document) => document._id));
  const found = await everyDocument<Identified>(database, collection, { _id }, { _id: true });
  return new Set(found.map((document) => document._id));
};

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
      const taken = await takenIds(database, collection, some);
      const missing = some.filter((document) => !taken.has(document._id));
      if (missing.length === some.length) throw error;
      if (missing.length > 0) await add(missing);
    }
  }
};

/**
 * Adds a document; false where its id is taken, which is looked up rather than read from the words of the refusal.
 * Whatever else keeps it from being added is thrown.
 */
export const addIfNew = async (
  database: Database,
  collection: string,
  document: Identified & Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  try {
    await database.collection(collection).add({ data: document });
    return true;
  } catch (error) {
    const taken = await takenIds(database, collection, [document]);
    if (taken.size === 0) throw error;
    return false;
  }
};
