import dayjs, { type Dayjs } from 'dayjs';
import { dayWording } from '../wording/zh-CN/library-day';
import { libraryTime } from './library-time';

/** A day in the phone's own zone, at noon: wherever a clock is put forward at midnight, noon is there. */
const noonOf = (day: string): Dayjs => dayjs(`${day}T12:00`);

/** A day (`YYYY-MM-DD`) as one says it on `today`: 今天, 明天, 6 月 12 日, with the year when it is another. */
export function dayLabel(day: string, today: string): string {
  const said = noonOf(day);
  const now = noonOf(today);
  const distance = said.diff(now, 'day');
  if (distance === 0) return dayWording.today;
  if (distance === 1) return dayWording.tomorrow;
  return said.isSame(now, 'year')
    ? dayWording.dayOfMonth(said.month() + 1, said.date())
    : dayWording.dayOfYear(said.year(), said.month() + 1, said.date());
}

/** An instant (ms) in library time as one says it on `today`: `今天 21:40`, `6 月 12 日 08:05`. */
export function instantLabel(instant: number, today: string): string {
  const { day, time } = libraryTime(instant);
  return `${dayLabel(day, today)} ${time}`;
}

/** `08:00` as one says it: `8:00`. */
export const timeLabel = (time: string): string => time.replace(/^0/, '');
