import { addDays, daysBetween, libraryDay, libraryTime, weekday, type Day } from '../../kernel/library-day';
import { covers, isClosedDay, type Calendar, type Span, type SpecialHours } from './calendar';

const dayMinutes = 1440;
const monday = 1;
/** How far ahead a change of open to closed, or back, is looked for. */
const horizonDays = 14;

/** One branch at one moment. Times are `HH:MM`; a closing that is not after the opening is on the next day. */
export type OpenNow = {
  /** Today's hours in order; empty when closed today, null when no row of the calendar speaks of the branch. */
  readonly hours: readonly { readonly opens: string; readonly closes: string }[] | null;
  readonly isOpen: boolean;
  /** When `isOpen` changes next; null when not within 14 days. */
  readonly nextChange: { readonly day: Day; readonly time: string } | null;
};

const holdsFor = ({ branchIds }: { branchIds: readonly string[] | null }, branchId: string): boolean =>
  branchIds === null || branchIds.includes(branchId);

const byOpening = (a: Span, b: Span): number => a.opens - b.opens || a.closes - b.closes;

/** In order, with those that overlap or touch made one. */
const merged = (spans: readonly Span[]): Span[] => {
  const whole: Span[] = [];
  for (const span of [...spans].sort(byOpening)) {
    const last = whole.at(-1);
    if (last && span.opens <= last.closes)
      whole[whole.length - 1] = { opens: last.opens, closes: Math.max(last.closes, span.closes) };
    else whole.push(span);
  }
  return whole;
};

const length = ({ from, to }: SpecialHours): number => daysBetween(from, to);

/** The rows that replace the ordinary hours on a day: those of the fewest days, so a day inside a vacation wins. */
const specialOn = (calendar: Calendar, branchId: string, day: Day): SpecialHours[] => {
  const rows = calendar.specialHours.filter((row) => holdsFor(row, branchId) && covers(row, day));
  const fewest = Math.min(...rows.map(length));
  return rows.filter((row) => length(row) === fewest);
};

const weeklyOn = (calendar: Calendar, branchId: string, on: number): Span[] =>
  calendar.weeklyHours
    .filter((row) => holdsFor(row, branchId) && row.weekdays.includes(on))
    .map(({ span }) => span);

/**
 * The hours of a branch on a day, in order: none on a closed day, else special hours, else those of the weekday.
 * A make-up working day (openDates) on a weekday that has no hours is worked as a Monday.
 */
export const hoursOn = (calendar: Calendar, branchId: string, day: Day): Span[] => {
  if (isClosedDay(calendar, day)) return [];
  const special = specialOn(calendar, branchId, day);
  if (special.length > 0) {
    const open = special.filter(({ weekdays }) => weekdays === null || weekdays.includes(weekday(day)));
    return merged(open.flatMap(({ span }) => span ?? []));
  }
  const ordinary = weeklyOn(calendar, branchId, weekday(day));
  const isMakeUp = ordinary.length === 0 && calendar.openDates.includes(day);
  return merged(isMakeUp ? weeklyOn(calendar, branchId, monday) : ordinary);
};

const pad = (part: number): string => String(part).padStart(2, '0');

/** `HH:MM` of minutes after midnight; those of the next day start again, and its very beginning is 24:00. */
const clockTime = (minutes: number): string => {
  const inDay = minutes > dayMinutes ? minutes - dayMinutes : minutes;
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
};

const isSpokenOf = (calendar: Calendar, branchId: string, day: Day): boolean =>
  calendar.weeklyHours.some((row) => holdsFor(row, branchId)) ||
  specialOn(calendar, branchId, day).length > 0 ||
  isClosedDay(calendar, day);

/** The open times from yesterday to the end of the horizon, in minutes after today's midnight. */
const openAround = (calendar: Calendar, branchId: string, today: Day): Span[] => {
  const offsets = Array.from({ length: horizonDays + 2 }, (_, at) => at - 1);
  const onDay = (offset: number): Span[] =>
    hoursOn(calendar, branchId, addDays(today, offset)).map(({ opens, closes }) => ({
      opens: opens + offset * dayMinutes,
      closes: closes + offset * dayMinutes,
    }));
  return merged(offsets.flatMap(onDay));
};

/** Whether a branch is open at an instant, until when or from when on, and its hours of the day. */
export const openNow = (calendar: Calendar, branchId: string, now: Date): OpenNow => {
  const today = libraryDay(now);
  if (!isSpokenOf(calendar, branchId, today)) return { hours: null, isOpen: false, nextChange: null };
  const [hour = 0, minute = 0] = libraryTime(now).split(':').map(Number);
  const time = hour * 60 + minute;
  const spans = openAround(calendar, branchId, today);
  const present = spans.find(({ opens, closes }) => opens <= time && time < closes);
  const change = present?.closes ?? spans.find(({ opens }) => opens > time)?.opens;
  const isInSight = change !== undefined && change <= time + horizonDays * dayMinutes;
  return {
    hours: hoursOn(calendar, branchId, today).map(({ opens, closes }) => ({
      opens: clockTime(opens),
      closes: clockTime(closes),
    })),
    isOpen: present !== undefined,
    nextChange: isInSight
      ? { day: addDays(today, Math.floor(change / dayMinutes)), time: clockTime(change % dayMinutes) }
      : null,
  };
};
