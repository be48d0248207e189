/** A calendar day in library time (Asia/Shanghai, UTC+8 without summer time since 1992): `YYYY-MM-DD`. */
export type Day = string;

const dayMs = 86_400_000;
const libraryOffsetMs = 8 * 3_600_000;

const asUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
/** Days are written with four digits for the year: none comes after the last of them. */
const lastUtc = Date.parse('9999-12-31T00:00:00Z');
const asDay = (utc: number): Day => new Date(Math.min(utc, lastUtc)).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`; 2026-02-30 is none. */
export const isDay = (text: string): boolean => {
  const utc = /^\d{4}-\d{2}-\d{2}$/.test(text) ? asUtc(text) : Number.NaN;
  return !Number.isNaN(utc) && asDay(utc) === text;
};

/** The library day of an instant, whatever zone the server runs in. */
export const libraryDay = (now: Date): Day => asDay(now.getTime() + libraryOffsetMs);

/** The time of day at the library, `HH:MM`. */
export const libraryTime = (now: Date): string =>
  new Date(now.getTime() + libraryOffsetMs).toISOString().slice(11, 16);

/** The instant at which the library's clocks show `time` (`HH:MM`) on `day`; `24:00` is the next midnight. */
export const libraryInstant = (day: Day, time: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(asUtc(day) + (hours * 60 + minutes) * 60_000 - libraryOffsetMs);
};

/** The day so many days later; earlier where it is negative. */
export const addDays = (day: Day, days: number): Day => asDay(asUtc(day) + days * dayMs);

/** How many days `to` comes after `from`; negative where it comes before. */
export const daysBetween = (from: Day, to: Day): number => (asUtc(to) - asUtc(from)) / dayMs;

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => new Date(asUtc(day)).getUTCDay();
