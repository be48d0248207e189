import type { Day } from '../../kernel/library-day';
import type { Loan } from '../domain/loans/loan';
import type { LoanChoices } from '../domain/loans/loan-choices';
import type { PatronRecord } from './records';

/** How far the daily walk through patrons has come. */
export type WalkProgress = {
  /** The day whose walk goes on. */
  readonly day: Day;
  /** The card after which it goes on; '' = at the start. */
  readonly after: string;
  /** The last day whose walk came to its end; null = none did. */
  readonly doneThrough: Day | null;
};

/** What the daily walk reads, a query each. */
export type WalkReads = {
  progress(): Promise<WalkProgress | null>;
  keepProgress(progress: WalkProgress): Promise<void>;
  /** Cards after this one with a loan due on that day or before, in order; some of them. */
  cardsWithLoansDue(through: Day, after: string, limit: number): Promise<readonly string[]>;
  /** Their loans that are due by then and still out. */
  loansDue(cards: readonly string[], through: Day): Promise<readonly Loan[]>;
  patrons(cards: readonly string[]): Promise<ReadonlyMap<string, PatronRecord>>;
  choices(cards: readonly string[]): Promise<ReadonlyMap<string, LoanChoices>>;
  /** Days before the due day from which patrons are reminded, as librarians set it. */
  remindDays(): Promise<number>;
};
