/** Widths of the bars and gaps of each symbol, in modules, by its value; 106 is the stop. Source: ISO/IEC 15417. */
export const symbolWidths: readonly string[] = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 ' +
  '211232 2331112'
).split(' ');

const toC = 99;
const toB = 100;
const startB = 104;
const startC = 105;
const stop = 106;

const valueInB = (character: string): number => {
  const value = character.charCodeAt(0) - 32;
  if (value < 0 || value > 94) throw new RangeError('Code 128 B has only the printable characters of ASCII');
  return value;
};

const isPairs = (part: string): boolean => /^(\d\d)+$/.test(part);

/** The text cut where the set changes: four digits or more, in pairs, for set C; everything else for set B. */
function inSets(text: string): readonly { readonly isC: boolean; readonly values: readonly number[] }[] {
  const parts = isPairs(text) ? [text] : text.split(/((?:\d\d){2,})/).filter((part) => part !== '');
  return parts.map((part) =>
    isPairs(part)
      ? { isC: true, values: (part.match(/\d\d/g) ?? []).map(Number) }
      : { isC: false, values: part.split('').map(valueInB) },
  );
}

/**
 * The values of the symbols of a text in Code 128, from the start to the stop, the check symbol before it.
 * @throws RangeError for anything but printable ASCII, and for no text at all.
 */
export function code128Values(text: string): readonly number[] {
  const [first, ...rest] = inSets(text);
  if (first === undefined) throw new RangeError('Code 128 needs a text');
  const values = [first.isC ? startC : startB, ...first.values];
  for (const part of rest) values.push(part.isC ? toC : toB, ...part.values);
  const check = values.reduce((sum, value, place) => sum + value * Math.max(1, place), 0) % 103;
  return [...values, check, stop];
}

/** A text as bars and gaps in turn, in modules, from the first bar to the last. */
export const code128Widths = (text: string): readonly number[] =>
  code128Values(text).flatMap((value) => (symbolWidths[value] ?? '').split('').map(Number));
