import type { Loan } from './loan';

/** A loan as the library's other system keeps it; that system decides about it. */
export type StatedLoan = Pick<
  Loan,
  'loanId' | 'card' | 'barcode' | 'borrowedOn' | 'dueOn' | 'returnedOn' | 'renewals'
>;
/** What came of taking it over, or why it was not. */
export type TakenOver = 'added' | 'updated' | 'unchanged' | 'no-such-card' | 'no-such-copy' | 'on-loan';
