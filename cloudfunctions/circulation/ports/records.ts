import type { AuditLine } from '../../kernel/audit';
import type { Output } from '../../kernel/contract';
import type { Day } from '../../kernel/library-day';
import type { Message } from '../../kernel/message';
import type { catalog } from '../../catalog/contract';
import type { LentCopy } from '../domain/loans/copy';
import type { IsClosed } from '../domain/loans/due-day';
import type { Fine } from '../domain/fines/fine';
import type { Hold } from '../domain/holds/hold';
import type { Loan } from '../domain/loans/loan';
import type { PatronCirculation } from '../domain/records/patron-circulation';
import type { Membership } from '../domain/patrons/membership-checks';
import type { Policy } from '../domain/policies/policy';
import type { TitleCirculation } from '../domain/records/title-circulation';
import type { DeskRequestRecords } from './fines';

/** A patron as the membership keeps one. */
export type PatronRecord = Membership & { readonly card: string; readonly category: string };

/** What a patron category gives; null where there is no such category. */
export type CategoryOf = (category: string) => Promise<{
  readonly loanLimit: number;
  readonly holdLimit: number;
  readonly rights: readonly string[];
} | null>;

type CatalogueCopy = Output<typeof catalog.book>['copies'][number];
/** A copy as librarians keep it, as far as it could be read. */
export type Copy = LentCopy & {
  readonly status: CatalogueCopy['status'];
  readonly shelf: string | null;
  /** How often it has been borrowed. */
  readonly loans: number;
};
/** A copy as staff find it on its shelf. */
export type ShelvedCopy = Copy & { readonly callNumber: string | null };
export type Book = { readonly bookId: string; readonly title: string; readonly authors: readonly string[] };

/** The card number behind what was scanned or typed at the desk; null where it is none, or a code that is over. */
export type CardOfText = (text: string) => Promise<string | null>;
/** Whether there is such a branch. */
export type IsBranch = (branchId: string) => Promise<boolean>;

/** The closed days of the calendar that a branch follows, as of a minute ago at most. */
export type ClosedDays = (branchId: string) => Promise<IsClosed>;

/**
 * What circulation keeps, inside one transaction. A document is read once; what is read is as it stood when the
 * transaction began. What was never written is as good as empty. What was edited by hand so that nobody can tell what it
 * says throws `DamagedRecord`.
 */
export type CirculationRecords = DeskRequestRecords & {
  loan(loanId: string): Promise<Loan | null>;
  keepLoan(loan: Loan): Promise<void>;
  /**
   * The loan of a copy that is still out, or the last that ended, whatever book the copy belongs to now; null where it
   * was never lent. As it stands now, not as when the transaction began: ask `loan` for what to decide on.
   */
  lastLoanOf(barcode: string): Promise<Pick<Loan, 'loanId'> | null>;
  /**
   * The loans of a copy, lent on a day, that the library's other system told of, forgotten ones included. As they stand
   * now, not as when the transaction began.
   */
  loansStated(barcode: string, borrowedOn: Day): Promise<readonly Pick<Loan, 'loanId' | 'card'>[]>;
  title(bookId: string): Promise<TitleCirculation>;
  /** Writes it with the next sequence number. */
  keepTitle(title: TitleCirculation): Promise<void>;
  account(card: string): Promise<PatronCirculation>;
  /** Writes it with the next sequence number. */
  keepAccount(account: PatronCirculation): Promise<void>;
  patron(card: string): Promise<PatronRecord | null>;
  /** The policy for a pair of categories; one that renews and lends nothing where none is for it. */
  policy(patronCategory: string, itemCategory: string): Promise<Policy>;
  fine(fineId: string): Promise<Fine | null>;
  keepFine(fine: Fine): Promise<void>;
  hold(holdId: string): Promise<Hold | null>;
  keepHold(hold: Hold): Promise<void>;
  book(bookId: string): Promise<Book | null>;
  copy(barcode: string): Promise<Copy | null>;
  /**
   * The copies of a book as they stand now, not as when the transaction began: whatever lends or keeps one writes the
   * title too, and this transaction then begins again.
   */
  copiesOf(bookId: string): Promise<readonly Copy[]>;
  /** Sets what the desk sets, for the catalogue to show and to find; `dueOn` null where it is not out. */
  markCopy(
    copy: Copy,
    marks: { readonly status: Copy['status']; readonly dueOn: Day | null; readonly loans?: number },
  ): Promise<void>;
  /** Asks for the catalogue's index to follow, where what is free changed and no copy was marked. */
  reindex(bookId: string): Promise<void>;
  tell(message: Message): Promise<void>;
  /** Leaves word that these are to be told that a copy of the title is free. */
  callWatchers(title: TitleCirculation, freeOn: Day): Promise<void>;
  /** Leaves these cards to be told; none = the call is done. */
  answerWatchCall(callId: string, left: readonly string[]): Promise<void>;
  /** What stands for a card in the audit log. */
  pseudonymOf(card: string): Promise<string>;
  audit(line: AuditLine): Promise<void>;
};

/** Does work with the records all at once or not at all, again from its start where somebody else was faster. */
export type InCirculation = <T>(work: (records: CirculationRecords) => Promise<T>) => Promise<T>;

/** A document as far as it could be read; one that is damaged is good to look at, and nothing is decided on it. */
export type Readable<T> = T & { readonly isDamaged: boolean };

/** A copy of a title is free, and these cards are still to be told. */
export type WatchCall = {
  readonly callId: string;
  readonly bookId: string;
  readonly cards: readonly string[];
};

/** Reads outside a transaction, for lists. */
export type CirculationReads = {
  account(card: string): Promise<Readable<PatronCirculation>>;
  patron(card: string): Promise<PatronRecord | null>;
  /** The loans of a card that are still out. */
  openLoans(card: string): Promise<readonly Readable<Loan>[]>;
  holds(holdIds: readonly string[]): Promise<readonly Hold[]>;
  /** Titles with a hold that waits for a copy, resting ones included. */
  titlesWithWaitingHolds(): Promise<readonly TitleCirculation[]>;
  /** The copies of these books that are marked as available. */
  shelvedCopies(bookIds: readonly string[]): Promise<readonly ShelvedCopy[]>;
  /** Titles of which a copy is on a pickup shelf, and that somebody fetches at a branch: another's copy perhaps. */
  titlesWithReadyHolds(branchId: string): Promise<readonly TitleCirculation[]>;
  /** Books with a hold whose last day on the pickup shelf came before a day; some of them, none of those known. */
  titlesLapsedBefore(day: Day, limit: number, known: readonly string[]): Promise<readonly string[]>;
  /** Who is still to be told that a copy is back; some of them. */
  watchCalls(limit: number): Promise<readonly WatchCall[]>;
  copiesOf(bookId: string): Promise<readonly Copy[]>;
  book(bookId: string): Promise<Book | null>;
  /** By book; untouched ones included. */
  titles(bookIds: readonly string[]): Promise<ReadonlyMap<string, Readable<TitleCirculation>>>;
  /** As of a minute ago at most. */
  policy(patronCategory: string, itemCategory: string): Promise<Policy>;
};
