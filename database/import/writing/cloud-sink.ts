import type { Day } from '../../../cloudfunctions/kernel/library-day';
import type { CloudDatabase } from './cloud-database';
import { writeBatch, type Outcome } from './collection-writer';
import type { StoredDocument } from './merge';
import type { Entry, Sink } from './sink';

/** Halves what fits in one request (6 MB) with room to spare, and what one query gives (1,000). */
const batchSize = 500;

export type CloudSinkOptions = {
  readonly database: CloudDatabase;
  /** The library day that new books get as `addedOn` when their source names none. */
  readonly today: Day;
  /** Fields of books that a librarian keeps by hand: an import fills them in, but never overwrites them. */
  readonly kept: readonly string[];
  /** Take the copies' status from the source, too. Otherwise only new copies get it, for loans change it here. */
  readonly updateStatus: boolean;
  /** Told of the books that change, before they are written, so that search learns of them. */
  readonly announce: (bookIds: readonly string[]) => Promise<void>;
};

const loanState = ['status', 'dueOn', 'loans'];

/** The books that copies stood with and will stand with. */
const booksOf = (copies: readonly StoredDocument[]): string[] =>
  copies.flatMap(({ bookId }) => (typeof bookId === 'string' ? bookId : []));

const inParts = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, part) =>
    items.slice(part * batchSize, (part + 1) * batchSize),
  );

/** Writes books and copies into the cloud's database. */
export const cloudSink = (options: CloudSinkOptions): Sink => {
  const { database, today, kept, updateStatus, announce } = options;
  const ofBooks = {
    kept,
    announce: (books: readonly StoredDocument[]) => announce(books.map(({ _id }) => _id)),
  };
  const ofCopies = {
    kept: updateStatus ? [] : loanState,
    announce: (copies: readonly StoredDocument[]) => announce(booksOf(copies)),
  };
  const writeCopies = async (entries: readonly Entry[]) => {
    const stated = entries.flatMap(({ copies }) => copies.map((document) => ({ document, onlyWhenNew: {} })));
    const outcomes: Outcome[] = [];
    for (const part of inParts(stated))
      outcomes.push(...(await writeBatch(database, 'copies', part, ofCopies)));
    return outcomes;
  };
  return {
    batchSize,
    write: async (entries) => {
      const stated = entries.map(({ book }) => ({ document: book, onlyWhenNew: { addedOn: today } }));
      const books = await writeBatch(database, 'books', stated, ofBooks);
      return { books, copies: await writeCopies(entries) };
    },
    finish: () => Promise.resolve(),
  };
};
