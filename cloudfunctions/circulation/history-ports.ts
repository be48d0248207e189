import type { Loan } from './domain/loan';
import type { LoanChoices } from './domain/loan-choices';

export type ChoiceRecords = {
  of(card: string): Promise<LoanChoices>;
  /** Puts what was chosen in place of what stood there. */
  keep(card: string, choices: LoanChoices): Promise<void>;
};

/** Loans of a card that were returned on or after the day of an instant. */
export type PastLoans = (card: string, since: Date) => Promise<readonly Loan[]>;
