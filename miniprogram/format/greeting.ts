import { homeWording } from '../wording/zh-CN/home';

const { greetings } = homeWording;

/** The greeting of an hour (0 to 23). */
export function greetingAt(hour: number): string {
  if (hour < 5 || hour >= 23) return greetings.night;
  if (hour < 11) return greetings.morning;
  if (hour < 13) return greetings.noon;
  return hour < 18 ? greetings.afternoon : greetings.evening;
}
