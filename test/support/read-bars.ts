import { symbolWidths } from '../../miniprogram/format/code128';

const setC = 99;
const setB = 100;
const starts: Readonly<Record<number, 'B' | 'C'>> = { 104: 'B', 105: 'C' };

/** The lengths of what is alike in a row, without the blank at both ends. */
function runsOf(row: readonly boolean[]): number[] {
  const runs: { dark: boolean; length: number }[] = [];
  for (const dark of row) {
    const last = runs.at(-1);
    if (last?.dark === dark) last.length += 1;
    else runs.push({ dark, length: 1 });
  }
  const first = runs.findIndex(({ dark }) => dark);
  const last = runs.findLastIndex(({ dark }) => dark);
  return runs.slice(first, last + 1).map(({ length }) => length);
}

/** The value of the symbol that these bars and gaps are nearest to, whatever their scale. */
function valueOf(runs: readonly number[], modules: number): number {
  const scale = runs.reduce((sum, run) => sum + run, 0) / modules;
  const widths = runs.map((run) => Math.round(run / scale)).join('');
  const value = symbolWidths.indexOf(widths);
  if (value < 0) throw new Error(`no symbol has the widths ${widths}`);
  return value;
}

/**
 * Reads a Code 128 bar code as a scanner does, from one row of pixels (true = dark).
 * @throws Error where it is none, or its check symbol is wrong.
 */
export function readBars(row: readonly boolean[]): string {
  const runs = runsOf(row);
  const stopAt = runs.length - 7;
  if (stopAt < 12 || stopAt % 6 !== 0) throw new Error(`${runs.length} bars and gaps are no code`);
  if (valueOf(runs.slice(stopAt), 13) !== 106) throw new Error('no stop');
  const values = Array.from({ length: stopAt / 6 }, (_, at) => valueOf(runs.slice(at * 6, at * 6 + 6), 11));
  const check = values.pop();
  const sum = values.reduce((total, value, place) => total + value * Math.max(1, place), 0);
  if (sum % 103 !== check) throw new Error('the check symbol is wrong');
  let set = starts[values[0] ?? -1];
  let text = '';
  for (const value of values.slice(1)) {
    if (set === 'B' && value === setC) set = 'C';
    else if (set === 'C' && value === setB) set = 'B';
    else text += set === 'C' ? String(value).padStart(2, '0') : String.fromCharCode(value + 32);
  }
  return text;
}
