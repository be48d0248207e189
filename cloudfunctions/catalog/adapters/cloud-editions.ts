import type { EditionsOfWork } from '../ports';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { readEditions, type StoredWork } from './stored-work';

/** The other editions of a book's work, as the index knows them. */
export const cloudEditions = (database: Database): EditionsOfWork => ({
  of: async (bookId) => {
    const query = database
      .collection('catalog_index')
      .where({ books: bookId })
      .limit(1)
      .field({ editions: true });
    const [work] = await documentsOf<Pick<StoredWork, 'editions'>>(query);
    return (work ? readEditions(work) : []).map(({ bookId: id, title, publisher, year, language }) => ({
      bookId: id,
      title,
      publisher,
      year,
      language,
    }));
  },
});
