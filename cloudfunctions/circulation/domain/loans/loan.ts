import type { Day } from '../../../kernel/library-day';

export const loanEventKinds = [
  'borrowed',
  'renewed',
  'recalled',
  'recall-withdrawn',
  'reported-lost',
  'lost-withdrawn',
  'claimed-returned',
  'claim-withdrawn',
  'returned',
] as const;
export type LoanEventKind = (typeof loanEventKinds)[number];

/** One line of a loan's history. `from` and `to` are due days, null where none was or is. */
export type LoanEvent = {
  readonly at: Date;
  readonly kind: LoanEventKind;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly requestKey?: string;
};

/** How a loan stands by the library's other system, where it comes from one. */
export type StandingElsewhere = {
  readonly dueOn: Day;
  /** null = it is still out. */
  readonly returnedOn: Day | null;
  readonly renewals: number;
};

/** A copy with a patron, from check-out to check-in and after; its history stands in it. */
export type Loan = {
  readonly loanId: string;
  readonly card: string;
  readonly barcode: string;
  readonly bookId: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** The branch that lent it. */
  readonly branchId: string;
  readonly itemCategory: string;
  readonly borrowedOn: Day;
  readonly dueOn: Day;
  readonly renewals: number;
  /** null = it is still out. */
  readonly returnedOn: Day | null;
  /** Staff want the copy back. */
  readonly recalled: boolean;
  readonly reportedLost: boolean;
  readonly claimedReturned: boolean;
  /** What was fixed for it already, in fen, when it was renewed overdue. */
  readonly finesFixed: number;
  readonly history: readonly LoanEvent[];
  /** What the library's other system said of it last; not there where it said nothing. Source: decision 0086. */
  readonly stated?: StandingElsewhere;
  /** The id that it goes on under as nobody's. Until then it stands in no other document. Source: decision 0087. */
  readonly forgottenId?: string;
};

/** Due first; of two due on the same day the first by id. */
export const dueFirst = (a: Pick<Loan, 'loanId' | 'dueOn'>, b: Pick<Loan, 'loanId' | 'dueOn'>): number =>
  a.dueOn === b.dueOn ? (a.loanId < b.loanId ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1;

/** A loan is due at the end of its due day: it is overdue from the next day on. Source: the circulation rules, "Days". */
export const isOverdue = ({ dueOn }: Pick<Loan, 'dueOn'>, today: Day): boolean => today > dueOn;

/** Open loans as a title or a patron knows them, one of them with another due day. */
export const withDueDay = <T extends Pick<Loan, 'loanId'>>(
  loans: readonly T[],
  loanId: string,
  dueOn: Day,
): T[] => loans.map((open) => (open.loanId === loanId ? { ...open, dueOn } : open));
