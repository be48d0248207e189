import { daysBetween, type Day } from '../../../kernel/library-day';

/** Digits in the order in which a database compares them. */
const digits = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

const written = (value: number, length: number): string => {
  const largest = 64 ** length - 1;
  let rest = Math.max(0, Math.min(largest, Math.trunc(value)));
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text = `${digits[rest % 64]}${text}`;
    rest = Math.floor(rest / 64);
  }
  return text;
};

/** More comes first: keys are read in ascending order. */
const descending = (value: number, length: number): string => written(64 ** length - 1 - value, length);

/** FNV-1a, 32 bits. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The same as six characters, which sort as the number does. */
export const hashText = (text: string): string => written(hashOf(text), 6);

export type Ranked = {
  readonly loans: number;
  readonly copies: number;
  readonly editions: number;
  /** How fully the editions are described. */
  readonly detail: number;
};

/**
 * The static order of works: most loans, then copies, then editions, then the most fully described; the rest is
 * settled by the key of the work, never by the order of records. Fourteen characters, smaller comes first.
 */
export const rankKey = ({ loans, copies, editions, detail }: Ranked, key: string): string =>
  [
    descending(loans, 3),
    descending(copies, 2),
    descending(editions, 2),
    descending(detail, 1),
    written(hashOf(key), 6),
  ].join('');

/** The order by year, newest first, then by rank; works without a year come last. */
export const newestKey = (year: number | null, rank: string): string => `${descending(year ?? 0, 2)}${rank}`;

const epoch: Day = '1970-01-01';

/** The order of arrival, the last day first, then by rank. */
export const arrivedKey = (addedOn: Day, rank: string): string =>
  `${descending(daysBetween(epoch, addedOn), 3)}${rank}`;
