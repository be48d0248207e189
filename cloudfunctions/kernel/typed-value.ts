import { isDay, libraryDay, type Day } from './library-day';

/** What somebody typed, understood; loose when it should be written another way. */
export type Typed<T> = { readonly value: T; readonly isLoose: boolean };

/** Whether nothing was written at all. */
export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** The text that was written, without space around it; null where none was. */
export const writtenText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const tidy = (text: string): string => text.normalize('NFKC').trim();

/** A day: `2027-01-08`; loosely `2027-1-8`, `2027/1/8`, `2027年1月8日` or a date picked in the console. */
export const typedDay = (value: unknown): Typed<Day> | undefined => {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : { value: libraryDay(value), isLoose: true };
  if (typeof value !== 'string') return undefined;
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(tidy(value));
  if (!parts) return undefined;
  const [, year = '', month = '', date = ''] = parts;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? { value: day, isLoose: day !== value } : undefined;
};

/** Minutes after midnight of a time: `08:00`; loosely `8:00` or `８：００`. `24:00` is the end of the day. */
export const typedTime = (value: unknown): Typed<number> | undefined => {
  if (typeof value !== 'string') return undefined;
  const parts = /^(\d{1,2}):(\d{2})$/.exec(tidy(value));
  if (!parts) return undefined;
  const [written, hour = '', minute = ''] = parts;
  const minutes = Number(hour) * 60 + Number(minute);
  if (Number(minute) > 59 || minutes > 1440) return undefined;
  return { value: minutes, isLoose: written.padStart(5, '0') !== value };
};
