import { issueCodeWording } from '../wording/zh-CN/staff/issue-code';

/** A code as one reads it aloud: in fours. */
export const codeInFours = (code: string): string => code.replaceAll(/(.{4})(?=.)/gu, '$1 ');

/** What is left (ms) as minutes and seconds, such as `4 分 9 秒`. */
export function leftLabel(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return issueCodeWording.seconds(seconds);
  return issueCodeWording.minutes(Math.floor(seconds / 60), seconds % 60);
}
