import { addDays, daysBetween, type Day } from '../../../kernel/library-day';
import type { Loan } from './loan';

/** A loan as reminders see it. */
export type RemindedLoan = Pick<Loan, 'dueOn' | 'reportedLost' | 'claimedReturned'> & {
  /** The first day on which it can be renewed; null = any day. */
  readonly opensOn: Day | null;
};

/** Days overdue from which a patron is reminded again; after the last of them once in thirty days. */
const overdueSteps = [1, 3, 7, 14, 30];
const everyDays = 30;

const overdueStage = (late: number): number => {
  const last = overdueSteps.at(-1) ?? 0;
  if (late > last) return 2 + overdueSteps.length + Math.floor((late - last) / everyDays);
  return 2 + overdueSteps.filter((step) => late >= step).length;
};

/**
 * How far a loan has come on a day, as a number that grows: due soon, due today, overdue longer and longer; null where
 * nothing is to be told. Never before it can be renewed: a reminder to do what is refused is none.
 */
const stageOf = ({ dueOn, opensOn }: RemindedLoan, day: Day, remindDays: number): number | null => {
  const left = daysBetween(day, dueOn);
  if (left < 0) return overdueStage(-left);
  if (left > remindDays || (opensOn !== null && day < opensOn)) return null;
  return left === 0 ? 2 : 1;
};

/**
 * Whether a loan is told of today: where it has come further since the last day on which all were told (`doneThrough`,
 * null = never). A day that was missed is so made up for, and nothing is told twice. Nobody is asked to bring back what
 * was reported lost, or what they say came back.
 */
export const isRemindedOf = (
  loan: RemindedLoan,
  today: Day,
  doneThrough: Day | null,
  remindDays: number,
): boolean => {
  if (loan.reportedLost || loan.claimedReturned) return false;
  const stage = stageOf(loan, today, remindDays);
  return stage !== null && (doneThrough === null || stage !== stageOf(loan, doneThrough, remindDays));
};

/**
 * Whether a loan's turn of auto-renewal is today: the day before the due day, or on the due day itself where that turn
 * was missed.
 */
export const isAutoRenewalDay = (dueOn: Day, today: Day, doneThrough: Day | null): boolean => {
  const dayBefore = addDays(dueOn, -1);
  if (today === dayBefore) return true;
  return today === dueOn && (doneThrough === null || doneThrough < dayBefore);
};
