import type { LentCopy } from './copy';
import type { Loan } from './loan';

/** What a loan tells of its book; null where there is no such book. */
type BookOfLoan = Pick<Loan, 'title' | 'authors'> | null;
/** Who borrowed it, from when until when, and what is otherwise than in a new loan. */
type Lending = Pick<Loan, 'loanId' | 'card' | 'borrowedOn' | 'dueOn'> & Partial<Loan>;

/** The loan of a copy, with what its book and the copy say now. */
export const newLoan = (
  { barcode, bookId, branchId, itemCategory }: LentCopy,
  book: BookOfLoan,
  lending: Lending,
): Loan => ({
  barcode,
  bookId,
  title: book?.title ?? bookId,
  authors: book?.authors ?? [],
  branchId,
  itemCategory,
  renewals: 0,
  returnedOn: null,
  recalled: false,
  reportedLost: false,
  claimedReturned: false,
  finesFixed: 0,
  history: [],
  ...lending,
});
