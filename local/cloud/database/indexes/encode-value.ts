import { isArray, type Document, type Value } from '../values/value';

/**
 * A value as bytes that sort as MongoDB sorts values, each byte one character (U+0000…U+00FF) of a string:
 * JavaScript compares, joins and cuts such strings faster than buffers. Each encoding ends by itself, so the
 * fields of a compound key simply follow one another. A first byte lies between 0x08 and 0xF0.
 */
export type Bytes = string;
/** As SQLite keeps them. */
export const bufferOf = (bytes: Bytes): Buffer => Buffer.from(bytes, 'latin1');

const types = {
  emptyArray: '\x0f',
  null: '\x10',
  nan: '\x20',
  negativeHuge: '\x21',
  zero: 0x29,
  positiveHuge: '\x31',
  string: '\x40',
  object: '\x50',
  array: '\x60',
  false: '\x80',
  true: '\x81',
  date: '\x90',
  regExp: '\xa0',
} as const;

/** Every value of the type of the key lies in [first, end). What a range such as `$gt: 5` is bounded by. */
export const typeRange = (value: Value): readonly [first: Bytes, end: Bytes] => {
  if (value === null) return ['\x0f', '\x11'];
  if (typeof value === 'number') return ['\x20', '\x32'];
  if (typeof value === 'string') return ['\x40', '\x41'];
  if (typeof value === 'boolean') return ['\x80', '\x82'];
  if (value instanceof Date) return ['\x90', '\x91'];
  if (value instanceof RegExp) return ['\xa0', '\xa1'];
  return isArray(value) ? ['\x60', '\x61'] : ['\x50', '\x51'];
};

const scratch = Buffer.alloc(8);

const byteString = (length: number): Bytes => scratch.toString('latin1', 0, length);

/** The eight bytes of a double, flipped so that they sort. */
const doubleBytes = (value: number): Bytes => {
  scratch.writeDoubleBE(value);
  const negative = (scratch[0] as number) >= 0x80;
  for (let i = 0; i < 8; i++)
    scratch[i] = negative ? ~(scratch[i] as number) : (scratch[i] as number) ^ (i ? 0 : 0x80);
  return byteString(8);
};

/** The fewest big-endian bytes of a positive integer below 2^53, complemented for negative numbers. */
const magnitudeBytes = (magnitude: number, complement: boolean): Bytes => {
  let bytes = '';
  for (let rest = magnitude; rest > 0; rest = Math.floor(rest / 256))
    bytes = String.fromCharCode(complement ? 255 - (rest % 256) : rest % 256) + bytes;
  return bytes;
};

/** Integers take one to nine bytes: years and ranks fill most keys. A fraction follows its floor. */
const encodeNumber = (value: number): Bytes => {
  if (Number.isNaN(value)) return types.nan;
  if (value >= 2 ** 53) return types.positiveHuge + doubleBytes(value);
  if (value < -(2 ** 53)) return types.negativeHuge + doubleBytes(value);
  const floor = Math.floor(value);
  const bytes = magnitudeBytes(Math.abs(floor), floor < 0);
  const head = String.fromCharCode(types.zero + (floor < 0 ? -bytes.length : bytes.length)) + bytes;
  return floor === value ? `${head}\x00` : `${head}\x01${doubleBytes(value - floor)}`;
};

/** UTF-8 with 0x00 and 0x01 escaped, so that the closing 0x00 sorts before any continuation. */
const escaped = (text: string): Bytes => {
  if (isPlainAscii(text)) return text;
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return bytes.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01');
};

/** Most Latin words and ids stand for themselves. */
const isPlainAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 2 || unit > 0x7f) return false;
  }
  return true;
};

/** The bytes that every string with this prefix begins with. */
export const encodeStringPrefix = (prefix: string): Bytes => types.string + escaped(prefix);

const encodeObject = (object: Document): Bytes => {
  let bytes: Bytes = types.object;
  for (const key of Object.keys(object)) {
    const field = encodeValue(object[key]);
    bytes += `${field.charAt(0)}${escaped(key)}\0${field}`;
  }
  return `${bytes}\0`;
};

const encodeDate = (date: Date): Bytes => {
  scratch.writeBigInt64BE(BigInt(date.getTime()));
  scratch[0] = (scratch[0] as number) ^ 0x80;
  return types.date + byteString(8);
};

/** `undefined` is a missing field, which sorts and is found as null. */
export const encodeValue = (value: Value | undefined): Bytes => {
  if (typeof value === 'string') return `${types.string}${escaped(value)}\0`;
  if (typeof value === 'number') return encodeNumber(value);
  if (value === undefined || value === null) return types.null;
  if (typeof value === 'boolean') return value ? types.true : types.false;
  if (value instanceof Date) return encodeDate(value);
  if (value instanceof RegExp) return `${types.regExp}${escaped(value.source)}\0${escaped(value.flags)}\0`;
  if (isArray(value)) return `${types.array}${value.map(encodeValue).join('')}\0`;
  return encodeObject(value);
};

/** The key of an empty array, which sorts before null. */
export const emptyArrayKey: Bytes = types.emptyArray;

/** Turns the order round, for descending fields. */
export const complement = (bytes: Bytes): Bytes => {
  let turned = '';
  for (let i = 0; i < bytes.length; i++) turned += String.fromCharCode(255 - bytes.charCodeAt(i));
  return turned;
};
