import type { EditionEntry } from '../domain/edition';
import type { WorkDocument } from '../domain/work-document';
import type { IndexedWork, WorkShelf } from '../ports';
import { documentsOf, type Database } from '../../kernel/wx-cloud';
import { addDocuments } from './cloud-additions';
import { everyDocument } from './cloud-records';

type KeptWork = Pick<WorkDocument, '_id' | 'key' | 'books'> & {
  readonly editions: readonly Pick<EditionEntry, 'fingerprint'>[];
};

const kept = { _id: true, key: true, books: true, 'editions.fingerprint': true };

const asIndexed = ({ editions, ...work }: KeptWork): IndexedWork => ({
  ...work,
  fingerprints: editions.map(({ fingerprint }) => fingerprint),
});

/** The index as maintenance keeps it. A document is never changed: a new one comes, then the old one goes. */
export const cloudWorkShelf = (database: Database): WorkShelf => {
  const { command } = database;
  const works = database.collection('catalog_index');
  const having = async (condition: object) =>
    (await everyDocument<KeptWork>(database, 'catalog_index', condition, kept)).map(asIndexed);
  return {
    holding: (bookIds) => having({ books: command.in([...bookIds]) }),
    withKeys: (keys) => having({ key: command.in([...keys]) }),
    after: async (id, limit) => {
      const query = works.where({ _id: command.gt(id) }).orderBy('_id', 'asc');
      return (await documentsOf<KeptWork>(query.limit(limit).field(kept))).map(asIndexed);
    },
    add: (documents) => addDocuments(database, 'catalog_index', documents),
    remove: async (ids) => {
      if (ids.length > 0) await works.where({ _id: command.in([...ids]) }).remove();
    },
  };
};
