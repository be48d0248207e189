import type { AuditLine } from '../kernel/audit';
import type { Day } from '../kernel/library-day';
import type { IsClosed } from './domain/due-day';
import type { Fine } from './domain/fine';
import type { Loan } from './domain/loan';
import type { PatronCirculation } from './domain/patron-circulation';
import type { Policy } from './domain/policy';
import type { TitleCirculation } from './domain/title-circulation';

export type Clock = () => Date;

/** A patron as the membership keeps one. */
export type PatronRecord = {
  readonly card: string;
  readonly category: string;
  readonly status: 'active' | 'suspended';
  /** The last day of the membership; null = it has none. */
  readonly endsOn: Day | null;
};

/** The closed days of the calendar that a branch follows, as of a minute ago at most. */
export type ClosedDays = (branchId: string) => Promise<IsClosed>;

/**
 * What circulation keeps, inside one transaction. A document is read once; what is read is as it stood when the
 * transaction began. What was never written is as good as empty.
 */
export type CirculationRecords = {
  loan(loanId: string): Promise<Loan | null>;
  keepLoan(loan: Loan): Promise<void>;
  title(bookId: string): Promise<TitleCirculation>;
  /** Writes it with the next sequence number. */
  keepTitle(title: TitleCirculation): Promise<void>;
  account(card: string): Promise<PatronCirculation>;
  /** Writes it with the next sequence number. */
  keepAccount(account: PatronCirculation): Promise<void>;
  patron(card: string): Promise<PatronRecord | null>;
  /** The policy for a pair of categories; one that renews and lends nothing where none is for it. */
  policy(patronCategory: string, itemCategory: string): Promise<Policy>;
  keepFine(fine: Fine): Promise<void>;
  audit(line: AuditLine): Promise<void>;
};

/** Does work with the records all at once or not at all, again from its start where somebody else was faster. */
export type InCirculation = <T>(work: (records: CirculationRecords) => Promise<T>) => Promise<T>;

/** Reads outside a transaction, for lists. */
export type CirculationReads = {
  account(card: string): Promise<PatronCirculation>;
  patron(card: string): Promise<PatronRecord | null>;
  /** The loans of a card that are still out. */
  openLoans(card: string): Promise<readonly Loan[]>;
  /** By book; untouched ones included. */
  titles(bookIds: readonly string[]): Promise<ReadonlyMap<string, TitleCirculation>>;
  /** As of a minute ago at most. */
  policy(patronCategory: string, itemCategory: string): Promise<Policy>;
};
