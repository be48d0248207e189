import type { Day } from '../../../cloudfunctions/kernel/library-day';
import type { CloudDatabase } from './cloud-database';
import { writeBatch, type Outcome } from './collection-writer';
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
  /** Told of each book that was added or changed, so that search learns of it. */
  readonly onChanged: (bookId: string) => void;
};

const loanState = ['status', 'dueOn', 'loans'];

const inParts = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, part) =>
    items.slice(part * batchSize, (part + 1) * batchSize),
  );

/** Writes books and copies into the cloud's database. */
export const cloudSink = (options: CloudSinkOptions): Sink => {
  const { database, today, kept, updateStatus, onChanged } = options;
  const keptOfCopies = updateStatus ? [] : loanState;
  const writeCopies = async (entries: readonly Entry[]) => {
    const stated = entries.flatMap(({ copies }) => copies.map((document) => ({ document, onlyWhenNew: {} })));
    const outcomes: Outcome[] = [];
    for (const part of inParts(stated))
      outcomes.push(...(await writeBatch(database, 'copies', part, keptOfCopies)));
    outcomes.forEach((outcome, at) => {
      if (outcome !== 'unchanged') onChanged(stated[at]?.document.bookId ?? '');
    });
    return outcomes;
  };
  return {
    batchSize,
    write: async (entries) => {
      const stated = entries.map(({ book }) => ({ document: book, onlyWhenNew: { addedOn: today } }));
      const books = await writeBatch(database, 'books', stated, kept);
      stated.forEach(({ document: { _id } }, at) => {
        if (books[at] !== 'unchanged') onChanged(_id);
      });
      return { books, copies: await writeCopies(entries) };
    },
    finish: () => Promise.resolve(),
  };
};
