import { dayAfter } from '../format/day-labels';
import { libraryTime } from '../format/library-time';

/** Today by the phone's clock, as a day of the library (`YYYY-MM-DD`): used where no reply has told the day. */
export const phoneDay = (): string => libraryTime(Date.now()).day;

type Answered = { readonly libraryDay: string | null };

/** The library's day as the first of these that has an answer told it, else today by the phone's clock. */
export const libraryDayOf = (...stores: readonly Answered[]): string =>
  stores.find(({ libraryDay }) => libraryDay !== null)?.libraryDay ?? phoneDay();

/** The day so many days after that one. */
export const libraryDayAfter = (days: number, ...stores: readonly Answered[]): string =>
  dayAfter(libraryDayOf(...stores), days);

/** The hour of the day at the library by the phone's clock, 0 to 23. */
export const phoneHour = (): number => Number(libraryTime(Date.now()).time.slice(0, 2));

/** The phone's instant in milliseconds. */
export const phoneNow = (): number => Date.now();

/** Resolves after so many milliseconds. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Runs `tick` once a second until the returned function is called. */
export const everySecond = (tick: () => void): (() => void) => {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
};
