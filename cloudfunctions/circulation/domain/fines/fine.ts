import { addDays, daysBetween, type Day } from '../../../kernel/library-day';
import type { IsClosed } from '../loans/due-day';
import type { Policy } from '../policies/policy';

/** What a policy says about being late; part of it. */
export type FineRule = Pick<Policy, 'finePerDay' | 'fineCap' | 'fineDays' | 'overduePenalty'>;

/** What being late costs: money, or days without borrowing; one of the two is 0. */
export type LatePenalty = {
  /** Days that count, whatever they cost. */
  readonly days: number;
  /** In fen. */
  readonly amount: number;
  readonly suspensionDays: number;
};

/** So many days are looked at one by one for whether the library was open; the rest of ten years late is not. */
const mostDays = 3660;

const openDays = (dueOn: Day, late: number, isClosed: IsClosed): number => {
  let days = 0;
  for (let day = 1; day <= Math.min(late, mostDays); day += 1) if (!isClosed(addDays(dueOn, day))) days += 1;
  return days;
};

/**
 * What a loan due on `dueOn` costs if its copy comes back on `on`: for each day after the due day, the day it comes
 * back included, that the rule counts. So far, where the copy is still out and `on` is today. `fixed` is what was fixed
 * for the same loan before, when it was renewed overdue: the cap is one for both. Source: the circulation rules, "Fines".
 */
export const latePenalty = (
  dueOn: Day,
  on: Day,
  { finePerDay, fineCap, fineDays, overduePenalty }: FineRule,
  isClosed: IsClosed,
  fixed = 0,
): LatePenalty => {
  const late = Math.max(0, daysBetween(dueOn, on));
  const days = fineDays === 'open' ? openDays(dueOn, late, isClosed) : late;
  if (overduePenalty === 'suspend') return { days, amount: 0, suspensionDays: days };
  const amount = days * finePerDay;
  const left = fineCap === null ? amount : Math.max(0, fineCap - fixed);
  return { days, amount: Math.min(amount, left), suspensionDays: 0 };
};

/**
 * The last day without borrowing after a copy came back late: as many days as it was late, after the day it came back
 * or after a suspension that still runs. null where there is none.
 */
export const suspendedUntil = (running: Day | null, returnedOn: Day, days: number): Day | null => {
  if (days === 0) return running;
  return addDays(running !== null && running > returnedOn ? running : returnedOn, days);
};

export const fineStates = ['owed', 'paid', 'waived'] as const;
/** Owed until it is paid or staff waive it; neither is ever undone. */
export type FineState = (typeof fineStates)[number];

/** What a patron owes for one loan: fixed when the copy came back or was renewed overdue, and as it was settled since. */
export type Fine = {
  readonly fineId: string;
  readonly card: string;
  readonly loanId: string;
  readonly bookId: string;
  readonly title: string;
  /** In fen, at least 1. */
  readonly amount: number;
  /** Days that counted. */
  readonly days: number;
  readonly fixedOn: Day;
  readonly state: FineState;
  /** null = it is owed. */
  readonly settledOn: Day | null;
  /** Why staff settled it, in their words; null where the patron paid through the platform. */
  readonly reason: string | null;
};

/** The loan as a fine tells of it. */
type LateLoan = Pick<Fine, 'loanId' | 'card' | 'bookId' | 'title'> & { readonly dueOn: Day };

/**
 * The fine for a loan whose copy came back, or which was renewed overdue: a renewal never makes a fine disappear. null
 * where nothing is owed. The same loan and due day give the same id: fixing it twice is one fine.
 */
export const fixFine = (
  { loanId, card, bookId, title, dueOn }: LateLoan,
  { amount, days }: LatePenalty,
  fixedOn: Day,
): Fine | null => {
  if (amount === 0) return null;
  const fineId = `${loanId}-${dueOn}`;
  const unsettled = { state: 'owed', settledOn: null, reason: null } as const;
  return { fineId, card, loanId, bookId, title, amount, days, fixedOn, ...unsettled };
};

/** Fines fixed and unpaid together, in fen. */
export const finesOwed = (fines: readonly Pick<Fine, 'state' | 'amount'>[]): number =>
  fines.reduce((sum, { state, amount }) => (state === 'owed' ? sum + amount : sum), 0);
