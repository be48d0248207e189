import type { BookRecord } from '../../cloudfunctions/catalog/domain/works/book-record';

/** A repeatable stream of numbers from 0 up to 1 (mulberry32). */
const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const editionNotes = ['', '（修订版）', '（第2版）', '（纪念版）', '（精装）'];

/** Another edition of a record, as a catalogue grows by: another year and edition note, no ISBN. */
const variantOf = (book: BookRecord, number: number, random: () => number): BookRecord => ({
  ...book,
  bookId: `synthetic:${number}`,
  title: `${book.title}${editionNotes[Math.floor(random() * editionNotes.length)] ?? ''}`,
  year: 1980 + Math.floor(random() * 45),
  isbns: [],
  summary: 'synthetic',
});

/**
 * A catalogue of a size: fewer records are all targets and the file's first ones; more are the file and variants
 * of its records from a fixed seed.
 */
export const catalogueOfSize = (
  books: readonly BookRecord[],
  size: number,
  targets: ReadonlySet<string>,
): BookRecord[] => {
  if (size <= books.length) {
    const wanted = books.filter(({ bookId }) => targets.has(bookId));
    const others = books.filter(({ bookId }) => !targets.has(bookId));
    return [...wanted, ...others.slice(0, Math.max(0, size - wanted.length))];
  }
  const random = seeded(20_261_121);
  const grown = [...books];
  while (grown.length < size) {
    const book = books[Math.floor(random() * books.length)];
    if (book) grown.push(variantOf(book, grown.length, random));
  }
  return grown;
};
