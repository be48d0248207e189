import type { Day } from '../../kernel/library-day';

/** What a branch holds of an edition. */
export type Holding = {
  readonly branchId: string;
  readonly shelf: string | null;
  readonly copies: number;
  readonly available: number;
};

/** What a result shows of one edition. */
export type EditionEntry = {
  readonly bookId: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly year: number | null;
  readonly language: string | null;
  readonly clc: string | null;
  readonly callNumber: string | null;
  readonly isbns: readonly string[];
  readonly addedOn: Day | null;
  readonly holdings: readonly Holding[];
  readonly loans: number;
};
