import type { IndexedWork, IndexedWorks } from '../ports';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { addDocuments } from '../../kernel/wechat/cloud-additions';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { storedWork } from './stored-work';

const kept = { _id: true, key: true, books: true, fingerprints: true };

/** The index as maintenance keeps it. A document is never changed: a new one comes, then the old one goes. */
export const cloudIndexedWorks = (database: Database): IndexedWorks => {
  const { command } = database;
  const works = database.collection('catalog_index');
  const having = (condition: object) =>
    everyDocument<IndexedWork>(database, 'catalog_index', condition, kept);
  return {
    holding: (bookIds) => having({ books: command.in([...bookIds]) }),
    withKeys: (keys) => having({ key: command.in([...keys]) }),
    after: (id, limit) => {
      const query = works.where({ _id: command.gt(id) }).orderBy('_id', 'asc');
      return documentsOf<IndexedWork>(query.limit(limit).field(kept));
    },
    add: (documents) => addDocuments(database, 'catalog_index', documents.map(storedWork)),
    remove: async (ids) => {
      if (ids.length > 0) await works.where({ _id: command.in([...ids]) }).remove();
    },
  };
};
