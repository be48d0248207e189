import { weekday, type Day } from '../../kernel/library-day';

/** Minutes after midnight, library time. A closing beyond 1440 is on the next day. */
export type Span = { readonly opens: number; readonly closes: number };

/** From the first to the last day, both included. */
export type Range = { readonly from: Day; readonly to: Day };

type ForBranches = {
  /** The branches it holds for; null = every branch that follows the calendar. */
  readonly branchIds: readonly string[] | null;
};

export type WeeklyHours = ForBranches & { readonly weekdays: readonly number[]; readonly span: Span };

export type SpecialHours = ForBranches &
  Range & {
    /** Open on these weekdays only; null = daily. */
    readonly weekdays: readonly number[] | null;
    /** null = not open. */
    readonly span: Span | null;
  };

/** When the library is open: hours for its branches, and the closed days that due days go by too. */
export type Calendar = {
  readonly weeklyHours: readonly WeeklyHours[];
  readonly specialHours: readonly SpecialHours[];
  readonly closedWeekdays: readonly number[];
  readonly closedDates: readonly Day[];
  readonly closedRanges: readonly Range[];
  readonly openDates: readonly Day[];
};

/** Whether a range has the day in it; both its ends count. */
export const covers = ({ from, to }: Range, day: Day): boolean => from <= day && day <= to;

/**
 * Whether the whole library is closed on a day. Open dates (调休) go before closed weekdays, dates and ranges;
 * ranges include both ends. Source: the calendar of the circulation rules.
 */
export const isClosedDay = (calendar: Calendar, day: Day): boolean =>
  !calendar.openDates.includes(day) &&
  (calendar.closedWeekdays.includes(weekday(day)) ||
    calendar.closedDates.includes(day) ||
    calendar.closedRanges.some((range) => covers(range, day)));
