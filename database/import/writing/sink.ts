import type { Copy } from '../documents/copy';
import type { Book } from '../documents/book';
import type { Outcome } from './collection-writer';

/** A book with its copies, on its way into the catalogue. */
export type Entry = { readonly book: Book; readonly copies: readonly Copy[] };

export type BatchOutcome = { readonly books: readonly Outcome[]; readonly copies: readonly Outcome[] };

/** Where an import writes: the cloud, or files for the cloud console. */
export type Sink = {
  /** How many entries it takes at a time. */
  readonly batchSize: number;
  /** An outcome for each book and for each copy, in their order. */
  write(entries: readonly Entry[]): Promise<BatchOutcome>;
  /** When all is written. */
  finish(): Promise<void>;
};

/** What became of a batch: an outcome for each record, and for what came with them. */
export type RecordsOutcome = {
  readonly records: readonly Outcome[];
  readonly copies?: readonly Outcome[];
  readonly pins?: readonly ('set' | 'kept')[];
};

/** Where an import writes what its reader made of the records. */
export type RecordSink<T> = {
  readonly batchSize: number;
  write(records: readonly T[]): Promise<RecordsOutcome>;
  finish(): Promise<void>;
};
