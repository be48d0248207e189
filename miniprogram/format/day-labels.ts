import { dayWording } from '../wording/zh-CN/library-day';

const dayMs = 86_400_000;
const libraryOffsetMs = 8 * 3_600_000;

const parts = (day: string): readonly [year: number, month: number, date: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** A day (`YYYY-MM-DD`) as one says it on `today`: 今天, 明天, 6 月 12 日, with the year when it is another. */
export function dayLabel(day: string, today: string): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return dayWording.today;
  if (distance === 1) return dayWording.tomorrow;
  const [year, month, date] = parts(day);
  return year === parts(today)[0]
    ? dayWording.dayOfMonth(month, date)
    : dayWording.dayOfYear(year, month, date);
}

/** An instant (ms) in library time as one says it on `today`: `今天 21:40`, `6 月 12 日 08:05`. */
export function instantLabel(instant: number, today: string): string {
  const iso = new Date(instant + libraryOffsetMs).toISOString();
  return `${dayLabel(iso.slice(0, 10), today)} ${iso.slice(11, 16)}`;
}

/** `08:00` as one says it: `8:00`. */
export const timeLabel = (time: string): string => time.replace(/^0/, '');
