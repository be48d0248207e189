import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { BookRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import { canonicalIsbn } from '../../cloudfunctions/catalog/domain/terms/isbn';

/** One line of a catalogue file: `{id,title,author,publisher,year,isbn,subjects,lang}`. */
type Row = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const languageOf = (lang: string): string | null => /^[a-z]{2}(?=$|\/)/.exec(lang)?.[0] ?? null;

const bookOf = (row: Row): BookRecord => {
  const { id, title, author, publisher, year, isbn, subjects, lang } = row;
  const canonical = canonicalIsbn(text(isbn));
  return {
    bookId: String(id),
    title: text(title),
    authors: text(author) === '' ? [] : text(author).split(/\s+\/\s+/),
    publisher: text(publisher) || null,
    year: typeof year === 'number' && Number.isInteger(year) && year > 0 && year <= 2100 ? year : null,
    isbns: canonical === undefined ? [] : [canonical],
    language: languageOf(text(lang)),
    subjects: Array.isArray(subjects) ? subjects.filter((one) => typeof one === 'string') : [],
    clc: null,
    callNumber: null,
    summary: null,
    addedOn: null,
  };
};

const lines = (file: string) => {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  return createInterface({ input, crlfDelay: Infinity });
};

/** The records of a catalogue file (JSON Lines, may be gzipped), record ids kept. A row without a title is left out. */
export const readCatalogue = async (file: string): Promise<BookRecord[]> => {
  const books: BookRecord[] = [];
  for await (const line of lines(file)) {
    if (line.trim() === '') continue;
    const book = bookOf(JSON.parse(line) as Row);
    if (book.title !== '') books.push(book);
  }
  return books;
};
