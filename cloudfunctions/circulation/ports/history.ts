import type { Loan } from '../domain/loans/loan';
import type { LoanChoices } from '../domain/loans/loan-choices';

export type ChoiceRecords = {
  of(card: string): Promise<LoanChoices>;
  /** Changes what was chosen, and answers what stands there now; of two changes at once both hold. */
  change(card: string, change: (before: LoanChoices) => LoanChoices): Promise<LoanChoices>;
};

/** Loans of a card that were returned on or after the day of an instant. */
export type PastLoans = (card: string, since: Date) => Promise<readonly Loan[]>;

/** Makes what a card has returned nobody's, as far as no fine of it is owed. */
export type ForgetPast = (card: string) => Promise<void>;
