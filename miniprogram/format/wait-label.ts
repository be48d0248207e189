import { bindingWording } from '../wording/zh-CN/membership/binding';

const { wait } = bindingWording;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A wait (ms) as one says it while it counts down; empty when there is none. */
export function waitLabel(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 0) return '';
  if (seconds < minute) return wait.seconds(seconds);
  if (seconds < hour) return wait.minutes(Math.floor(seconds / minute), seconds % minute);
  if (seconds < day) return wait.hours(Math.floor(seconds / hour), Math.floor((seconds % hour) / minute));
  return wait.days(Math.ceil(seconds / day));
}
