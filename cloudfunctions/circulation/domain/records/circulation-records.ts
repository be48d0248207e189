import { finesOwed, type Fine } from '../fines/fine';
import { dueFirst, type Loan } from '../loans/loan';
import {
  newPatronCirculation,
  type OpenHold,
  type OpenLoan,
  type PatronCirculation,
} from './patron-circulation';
import {
  untouchedTitle,
  type LoanOfTitle,
  type QueuedHold,
  type TitleCirculation,
} from './title-circulation';

/** A loan as far as what decides about its title and its patron tells of it. */
export type LoanFacts = Pick<Loan, 'loanId' | 'card' | 'bookId' | 'barcode' | 'dueOn' | 'returnedOn'>;
/** A hold of a queue, with the title that the queue is for. */
export type HoldOfTitle = QueuedHold & { readonly bookId: string };

const isOpen = ({ returnedOn }: Pick<Loan, 'returnedOn'>): boolean => returnedOn === null;

/** What stands in a title's document for these loans, this queue and these copies on their shelves. */
export const titleOfRecords = (
  bookId: string,
  loans: readonly LoanFacts[],
  queue: readonly HoldOfTitle[],
  freeCopies: readonly string[],
): TitleCirculation => ({
  ...untouchedTitle(bookId),
  holds: queue.flatMap(({ bookId: ofTitle, ...hold }) => (ofTitle === bookId ? [hold] : [])),
  freeCopies: [...freeCopies].sort(),
  loans: loans
    .filter((loan) => loan.bookId === bookId && isOpen(loan))
    .sort(dueFirst)
    .map(({ loanId, barcode, dueOn }): LoanOfTitle => ({ loanId, barcode, dueOn })),
});

/** What stands in a patron's document for these loans, holds and fines. */
export const patronOfRecords = (
  card: string,
  loans: readonly LoanFacts[],
  queue: readonly HoldOfTitle[],
  fines: readonly Pick<Fine, 'card' | 'state' | 'amount'>[],
): PatronCirculation => ({
  ...newPatronCirculation(card),
  openLoans: loans
    .filter((loan) => loan.card === card && isOpen(loan))
    .sort(dueFirst)
    .map(({ loanId, bookId, dueOn }): OpenLoan => ({ loanId, bookId, dueOn })),
  finesOwed: finesOwed(fines.filter((fine) => fine.card === card)),
  holds: queue.flatMap(({ card: of, holdId, bookId }): OpenHold[] =>
    of === card ? [{ holdId, bookId }] : [],
  ),
});
