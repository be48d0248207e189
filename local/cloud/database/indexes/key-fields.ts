import type { Bytes } from './encode-value';

/** Where the fields of an encoded key end, without decoding them. `flip` is 0xFF for a descending field, else 0. */

const skipText = (key: Bytes, from: number, flip: number): number =>
  key.indexOf(flip === 0 ? '\0' : '\xff', from) + 1;

const skipObject = (key: Bytes, from: number, flip: number): number => {
  let at = from;
  while (key.charCodeAt(at) !== flip) at = fieldEnd(key, skipText(key, at + 1, flip), flip);
  return at + 1;
};

const skipArray = (key: Bytes, from: number, flip: number): number => {
  let at = from;
  while (key.charCodeAt(at) !== flip) at = fieldEnd(key, at, flip);
  return at + 1;
};

const skipNumber = (key: Bytes, from: number, type: number, flip: number): number => {
  if (type === 0x20) return from;
  if (type === 0x21 || type === 0x31) return from + 8;
  const at = from + Math.abs(type - 0x29);
  return key.charCodeAt(at) === flip ? at + 1 : at + 9;
};

/** Where the field that begins at `from` ends. */
export const fieldEnd = (key: Bytes, from: number, flip: number): number => {
  const type = key.charCodeAt(from) ^ flip;
  const at = from + 1;
  if (type === 0x40) return skipText(key, at, flip);
  if (type >= 0x20 && type <= 0x31) return skipNumber(key, at, type, flip);
  if (type === 0x90) return at + 8;
  if (type === 0x50) return skipObject(key, at, flip);
  if (type === 0x60) return skipArray(key, at, flip);
  return type === 0xa0 ? skipText(key, skipText(key, at, flip), flip) : at;
};

const unescaped = (bytes: Bytes): Bytes => bytes.replaceAll('\x01\x01', '\0').replaceAll('\x01\x02', '\x01');

/** The string that an encoded ascending field holds, or undefined where it holds another type. */
export const stringOf = (field: Bytes): string | undefined =>
  field.startsWith('\x40')
    ? Buffer.from(unescaped(field.slice(1, -1)), 'latin1').toString('utf8')
    : undefined;
