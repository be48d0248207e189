import type { BookRecord } from '../../cloudfunctions/catalog/domain/works/book-record';

/** A record in Chinese of which only its number, its title and what is told here are known. */
export const someBook = (told: Pick<BookRecord, 'bookId' | 'title'> & Partial<BookRecord>): BookRecord => ({
  authors: [],
  publisher: null,
  year: null,
  isbns: [],
  language: 'zh',
  subjects: [],
  clc: null,
  callNumber: null,
  summary: null,
  addedOn: null,
  ...told,
});
