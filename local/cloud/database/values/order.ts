import { isArray, type Document, type Value } from './value';

/**
 * The order of types in BSON (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/):
 * missing and null, numbers, strings, objects, arrays, booleans, instants, regular expressions.
 */
const typeOrder = (value: Value | undefined): number => {
  if (value === undefined || value === null) return 1;
  if (typeof value === 'number') return 2;
  if (typeof value === 'string') return 3;
  if (typeof value === 'boolean') return 6;
  if (value instanceof Date) return 7;
  if (value instanceof RegExp) return 8;
  return isArray(value) ? 5 : 4;
};

/** Whether two values compare as one type: `{$gt: 4}` finds no string and no date. */
export const sameType = (a: Value | undefined, b: Value | undefined): boolean =>
  typeOrder(a) === typeOrder(b);

const compareNumbers = (a: number, b: number): number => {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) || a > b ? 1 : -1;
};

const isHighUnit = (unit: number): boolean => unit >= 0xd800;
/** Puts surrogate pairs (astral characters) after U+E000…U+FFFF, as UTF-8 does. */
const utf8Rank = (unit: number): number => (unit >= 0xe000 ? unit - 0x800 : unit + 0x2000);

/** Strings by their UTF-8 bytes; JavaScript's own order differs where rare Chinese characters are written in two units. */
export const compareStrings = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    return isHighUnit(left) && isHighUnit(right) ? utf8Rank(left) - utf8Rank(right) : left - right;
  }
  return a.length - b.length;
};

const compareObjects = (a: Document, b: Document): number => {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [leftKey, leftValue] = left[i] as [string, Value];
    const [rightKey, rightValue] = right[i] as [string, Value];
    const difference =
      typeOrder(leftValue) - typeOrder(rightValue) ||
      compareStrings(leftKey, rightKey) ||
      compareValues(leftValue, rightValue);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

const compareArrays = (a: readonly Value[], b: readonly Value[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareValues(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

/** Compares as MongoDB sorts: by type, then by value; the keys of objects count in their order. */
export const compareValues = (a: Value | undefined, b: Value | undefined): number => {
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  const types = typeOrder(a) - typeOrder(b);
  if (types !== 0 || a === undefined || a === null || b === undefined || b === null) return types;
  if (a instanceof RegExp && b instanceof RegExp)
    return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
  if (isArray(a) && isArray(b)) return compareArrays(a, b);
  if (typeof a === 'object' && !(a instanceof Date)) return compareObjects(a as Document, b as Document);
  return Number(a) - Number(b);
};

/** Whether MongoDB takes two values for equal; nothing at all equals null. */
export const sameValue = (a: Value | undefined, b: Value | undefined): boolean => compareValues(a, b) === 0;
