import dayjs, { type Dayjs } from 'dayjs';
import { dayWording } from '../wording/zh-CN/library-day';
import { libraryTime } from './library-time';

/** A day in the phone's own zone, at noon: wherever a clock is put forward at midnight, noon is there. */
const noonOf = (day: string): Dayjs => dayjs(`${day}T12:00`);

/** Calendar days from `from` to `to`, negative where `to` comes first. */
export const daysBetween = (from: string, to: string): number => noonOf(to).diff(noonOf(from), 'day');

/** The day so many days after another, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  noonOf(day).add(days, 'day').format('YYYY-MM-DD');

/** A day (`YYYY-MM-DD`) by its date, whatever `today` is: 6 月 12 日, with the year when it is not that of `today`. */
export function dateLabel(day: string, today: string): string {
  const said = noonOf(day);
  return said.isSame(noonOf(today), 'year')
    ? dayWording.dayOfMonth(said.month() + 1, said.date())
    : dayWording.dayOfYear(said.year(), said.month() + 1, said.date());
}

/** A day (`YYYY-MM-DD`) as one says it on `today`: 今天, 明天, 后天, and any other by its date. */
export function dayLabel(day: string, today: string): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return dayWording.today;
  if (distance === 1) return dayWording.tomorrow;
  if (distance === 2) return dayWording.dayAfterTomorrow;
  return dateLabel(day, today);
}

/** An instant (ms) in library time as one says it on `today`: `今天 21:40`, `6 月 12 日 08:05`. */
export function instantLabel(instant: number, today: string): string {
  const { day, time } = libraryTime(instant);
  return `${dayLabel(day, today)} ${time}`;
}

/** `08:00` as one says it: `8:00`. */
export const timeLabel = (time: string): string => time.replace(/^0/, '');

/** A day in figures, as it stands large on a sheet: `6.3`, with the year where it is another: `2027.1.8`. */
export function dayFigures(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const figures = `${Number(month)}.${Number(date)}`;
  return today.startsWith(year) ? figures : `${year}.${figures}`;
}
