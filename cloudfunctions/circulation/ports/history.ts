import type { DoneRequest } from '../../kernel/request-keys';
import type { Loan } from '../domain/loans/loan';
import type { LoanChoices } from '../domain/loans/loan-choices';

/** What a patron chose, and what was done about it lately under the patron's request keys. */
export type KeptChoices = LoanChoices & { readonly doneRequests: readonly DoneRequest[] };

export type ChoiceRecords = {
  of(card: string): Promise<LoanChoices>;
  /** Does work with what stands there all at once or not at all; `keep` writes it. Of two changes at once both hold. */
  change<T>(
    card: string,
    work: (before: KeptChoices, keep: (after: KeptChoices) => Promise<void>) => Promise<T>,
  ): Promise<T>;
};

/** Loans of a card that were returned on or after the day of an instant. */
export type PastLoans = (card: string, since: Date) => Promise<readonly Loan[]>;

/** Makes what a card has returned nobody's, as far as no fine of it is owed. */
export type ForgetPast = (card: string) => Promise<void>;
