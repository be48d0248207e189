import { addDays, type Day } from '../../cloudfunctions/kernel/library-day';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const distance = (value: Readonly<Record<string, unknown>>): number | undefined => {
  if (!Object.hasOwn(value, '$daysFromToday')) return undefined;
  const days = value['$daysFromToday'];
  if (Object.keys(value).length === 1 && Number.isInteger(days)) return days as number;
  throw new Error(`not a number of days from today: ${JSON.stringify(value)}`);
};

/**
 * A seed document with its days near today in place: `{"$daysFromToday": 3}` anywhere in it becomes the day three
 * days after `today`. Throws when the distance is not an integer.
 */
export const nearToday = (value: unknown, today: Day): unknown => {
  if (Array.isArray(value)) return value.map((item) => nearToday(item, today));
  if (!isRecord(value)) return value;
  const days = distance(value);
  if (days !== undefined) return addDays(today, days);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nearToday(item, today)]));
};
