import { addDays, libraryInstant, type Day } from '../../cloudfunctions/kernel/library-day';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A day, or with `at` (`HH:MM`) the instant at which the library's clocks show that time, as the console writes it. */
const near = (value: Readonly<Record<string, unknown>>, today: Day): unknown => {
  if (!Object.hasOwn(value, '$daysFromToday')) return undefined;
  const { $daysFromToday: days, at, ...more } = value;
  if (!Number.isInteger(days) || Object.keys(more).length > 0)
    throw new Error(`not a number of days from today: ${JSON.stringify(value)}`);
  const day = addDays(today, days as number);
  if (at === undefined) return day;
  if (typeof at !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(at))
    throw new Error(`not a time of day: ${JSON.stringify(value)}`);
  return { $date: libraryInstant(day, at).toISOString() };
};

/**
 * A seed document with its days near today in place: `{"$daysFromToday": 3}` anywhere in it becomes the day three
 * days after `today`, and `{"$daysFromToday": 3, "at": "09:30"}` that instant. Throws when the distance is not an
 * integer or the time none of a day.
 */
export const nearToday = (value: unknown, today: Day): unknown => {
  if (Array.isArray(value)) return value.map((item) => nearToday(item, today));
  if (!isRecord(value)) return value;
  const placed = near(value, today);
  if (placed !== undefined) return placed;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nearToday(item, today)]));
};
