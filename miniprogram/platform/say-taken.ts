import { takenFileWording } from '../wording/zh-CN/taken-file';
import { say } from './notify';

/** Says how sending a file ended; who turned back knows. */
export function sayHowSent(how: 'sent' | 'cancelled' | 'failed'): void {
  if (how !== 'cancelled') say(how === 'sent' ? takenFileWording.sent : takenFileWording.notSent);
}

/** Says whether a text is on the clipboard. */
export const sayWhetherCopied = (isCopied: boolean): void =>
  say(isCopied ? takenFileWording.copied : takenFileWording.notCopied);
