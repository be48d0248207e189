import { addDays, type Day } from '../../../kernel/library-day';
import type { Policy } from '../policies/policy';

export type IsClosed = (day: Day) => boolean;

/** An open day is looked for so far, and no further. */
const searchDays = 366;

/** The first open day from `day` on, forward (1) or back (-1); undefined where none is near. */
export const openDayFrom = (day: Day, step: 1 | -1, isClosed: IsClosed): Day | undefined => {
  for (let distance = 0; distance <= searchDays; distance += 1) {
    const candidate = addDays(day, step * distance);
    if (!isClosed(candidate)) return candidate;
  }
  return undefined;
};

/**
 * The day on which what starts on `start` and lasts `days` is due: at the latest on the lowest of the ceilings, and
 * moved off a closed day by `onClosedDay`. At a ceiling, or where moving on would carry past one, it moves back
 * instead, also where all days up to that ceiling and far beyond are closed. Where no open day is within 366 days it
 * stays. Source: the circulation rules, "New due day".
 */
export const dueDay = (
  start: Day,
  days: number,
  ceilings: readonly Day[],
  onClosedDay: Policy['onClosedDay'],
  isClosed: IsClosed,
): Day => {
  const [ceiling] = [...ceilings].sort();
  const wanted = addDays(start, days);
  const isAtCeiling = ceiling !== undefined && wanted >= ceiling;
  const day = isAtCeiling ? ceiling : wanted;
  if (onClosedDay === 'keep' || !isClosed(day)) return day;
  const back = () => openDayFrom(day, -1, isClosed) ?? day;
  if (isAtCeiling || onClosedDay === 'previous-open') return back();
  const next = openDayFrom(day, 1, isClosed);
  const atEarliest = next ?? addDays(day, searchDays + 1);
  return ceiling !== undefined && atEarliest > ceiling ? back() : (next ?? day);
};

type Ceilings = Pick<Policy, 'latestDueOn' | 'capAtMembershipEnd' | 'maxTotalDays'>;

/** The last days that a policy allows a loan borrowed on `borrowedOn`; `endsOn` is the membership's last day. */
export const ceilingsOf = (policy: Ceilings, borrowedOn: Day, endsOn: Day | null): readonly Day[] => [
  ...(policy.latestDueOn === null ? [] : [policy.latestDueOn]),
  ...(policy.capAtMembershipEnd && endsOn !== null ? [endsOn] : []),
  ...(policy.maxTotalDays === null ? [] : [addDays(borrowedOn, policy.maxTotalDays)]),
];

/** The `count`th open day after a day: the last of so many open days. One that never comes is `count` days ahead. */
export const openDayAfter = (day: Day, count: number, isClosed: IsClosed): Day => {
  let last: Day | undefined = day;
  for (let found = 0; found < count && last !== undefined; found += 1)
    last = openDayFrom(addDays(last, 1), 1, isClosed);
  return last ?? addDays(day, count);
};
