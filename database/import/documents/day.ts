import { isDay, type Day } from '../../../cloudfunctions/kernel/library-day';

const fromText = (text: string): Day | null => {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/u.exec(text.trim()) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim());
  if (found === null) return null;
  const day = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
  return isDay(day) ? day : null;
};

/** A day from `2024-3-5`, `2024/03/05`, `20240305`, `2024年3月5日` or a spreadsheet's date; null when it is none. */
export const readDay = (value: unknown): Day | null => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return typeof value === 'string' ? fromText(value) : null;
};

/**
 * The first year of publication in a catalogue's wording: `1992.8`, `[1968, c1962]`, `2008年`. Null when it names
 * none between 1000 and 2099.
 */
export const readYear = (value: unknown): number | null => {
  if (value instanceof Date) return readYear(value.toISOString());
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const found =
    /(?<!\d)(1\d{3}|20\d\d)(?!\d)/u.exec(String(value)) ??
    /^(1\d{3}|20\d\d)(?:0[1-9]|1[0-2])/u.exec(String(value));
  return found === null ? null : Number(found[1]);
};
