import { toCopies, type FindBranch } from '../documents/copy';
import type { ReadBook } from '../read-books';
import type { RecordSink, Sink } from './sink';

/** Books as they were read, into a sink: their copies go to the branches that there are. */
export const bookSink = (sink: Sink, findBranch: FindBranch): RecordSink<ReadBook> => ({
  batchSize: sink.batchSize,
  write: async (books) => {
    const entries = books.map(({ book, copies, warnings }) => ({
      book,
      copies: toCopies(book, copies, findBranch, warnings),
    }));
    const outcome = await sink.write(entries);
    return { records: outcome.books, copies: outcome.copies };
  },
  finish: () => sink.finish(),
});
