import type { Day } from '../../../kernel/library-day';
import type { DoneRequest } from '../../../kernel/request-keys';

export type OpenLoan = { readonly loanId: string; readonly bookId: string; readonly dueOn: Day };
export type OpenHold = { readonly holdId: string; readonly bookId: string };
export type Watch = { readonly bookId: string; readonly title: string; readonly since: Day };

/** An order at the payment platform that may still be paid; `amount` in fen. */
export type OpenPayment = { readonly paymentId: string; readonly amount: number };

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
  /** So that no fine is ordered twice. */
  readonly openPayments: readonly OpenPayment[];
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
  openPayments: [],
  holds: [],
  watches: [],
  borrowingSuspendedUntil: null,
  doneRequests: [],
});
