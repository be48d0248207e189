import type { Day } from '../../../kernel/library-day';
import type { DoneRequest } from '../../../kernel/request-keys';

export type OpenLoan = { readonly loanId: string; readonly bookId: string; readonly dueOn: Day };
export type OpenHold = { readonly holdId: string; readonly bookId: string };
export type Watch = { readonly bookId: string; readonly title: string; readonly since: Day };

/**
 * What decisions need of one patron, in one document: written by everything that changes the patron's loans, holds or
 * fines.
 */
export type PatronCirculation = {
  readonly card: string;
  readonly sequence: number;
  readonly openLoans: readonly OpenLoan[];
  /** Fines that are fixed and unpaid, in fen. */
  readonly finesOwed: number;
  readonly holds: readonly OpenHold[];
  /** Titles whose return the patron wants to hear of. */
  readonly watches: readonly Watch[];
  /** Nothing is lent through this day, instead of a fine; null = borrowing is not suspended. */
  readonly borrowingSuspendedUntil: Day | null;
  /** What the patron did lately, under its request keys. */
  readonly doneRequests: readonly DoneRequest[];
};

/** A patron who has had nothing yet. */
export const newPatronCirculation = (card: string): PatronCirculation => ({
  card,
  sequence: 0,
  openLoans: [],
  finesOwed: 0,
  holds: [],
  watches: [],
  borrowingSuspendedUntil: null,
  doneRequests: [],
});
