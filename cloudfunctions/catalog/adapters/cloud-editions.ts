import type { EditionEntry } from '../domain/edition';
import type { EditionsOfWork } from '../ports';
import { documentsOf, type Database } from '../../kernel/wx-cloud';

/** The other editions of a book's work, as the index knows them. */
export const cloudEditions = (database: Database): EditionsOfWork => ({
  of: async (bookId) => {
    const query = database
      .collection('catalog_index')
      .where({ books: bookId })
      .limit(1)
      .field({ editions: true });
    const [work] = await documentsOf<{ readonly editions: readonly EditionEntry[] }>(query);
    return (work?.editions ?? []).map(({ bookId: id, title, publisher, year, language }) => ({
      bookId: id,
      title,
      publisher,
      year,
      language,
    }));
  },
});
