import type { Bytes } from '../indexes/encode-value';
import type { KeyEntry } from './key-cursor';

/**
 * An entry of an index: the key, then the document's number in 31 bits, so that equal keys stand in natural order,
 * then one bit: set in an entry that takes back an older one.
 */
const tailBytes = 4;

const tail = (number: number): Bytes =>
  String.fromCharCode((number >>> 24) & 0xff, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff);

/** The entry of a document under a key. */
export const entryOf = (key: Bytes, document: number): Bytes => key + tail(document * 2);

/** The entry that takes back another one. */
export const takenBack = (entry: Bytes): Bytes => lastOfPair(entry);

/** An entry and the one that takes it back stand together; this is the second of the two. */
export const lastOfPair = (entry: Bytes): Bytes =>
  entry.slice(0, -1) + String.fromCharCode(entry.charCodeAt(entry.length - 1) | 1);

/** Whether it takes back an older one. */
export const isTakenBack = (entry: Bytes): boolean => (entry.charCodeAt(entry.length - 1) & 1) === 1;

/** Whether two entries speak of the same key and document. */
export const isPair = (a: Bytes, b: Bytes): boolean => {
  const last = a.length - 1;
  return (
    b.length === a.length &&
    a.charCodeAt(last) >> 1 === b.charCodeAt(last) >> 1 &&
    a.charCodeAt(last - 1) === b.charCodeAt(last - 1) &&
    b.startsWith(a.slice(0, last))
  );
};

/** The key alone. */
export const keyOf = (entry: Bytes): Bytes => entry.slice(0, -tailBytes);

/** Takes an entry apart. */
export const readEntry = (entry: Bytes): KeyEntry => {
  const end = entry.length - tailBytes;
  const number =
    entry.charCodeAt(end) * 0x1000000 +
    (entry.charCodeAt(end + 1) << 16) +
    (entry.charCodeAt(end + 2) << 8) +
    entry.charCodeAt(end + 3);
  return { key: entry.slice(0, end), document: Math.floor(number / 2) };
};

/** For sorting many: where two are equal, either may stand first. */
export const compareBytes = (a: Bytes, b: Bytes): number => (a < b ? -1 : 1);

/** The first place from `from` on whose entry is not before `target`. */
export const lowerBound = (entries: readonly Bytes[], target: Bytes, from = 0): number => {
  let low = from;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] as Bytes) < target) low = middle + 1;
    else high = middle;
  }
  return low;
};
