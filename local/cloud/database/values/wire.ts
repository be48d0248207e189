import { invalidParameter, requestFailed, unsupported } from '../errors';
import { isArray, isObject, show, type Document, type Value } from './value';

type Raw = null | boolean | number | string | readonly Raw[] | { readonly [key: string]: Raw };

const int32 = 2 ** 31;

/** MongoDB's limit of objects and arrays in one another, in whatever a request carries. */
export const deepestRequest = 200;

/** The flags that MongoDB and JavaScript share; `x` (extended) is the one that JavaScript lacks. */
const regExpOf = ({ pattern, options }: { pattern?: Raw; options?: Raw }): RegExp => {
  const flags = show(options ?? '');
  const unknown = /[^imsgu]/.exec(flags)?.[0];
  if (unknown !== undefined) throw unsupported(`regular expression option "${unknown}"`);
  return new RegExp(show(pattern), flags.replace(/[gu]/g, ''));
};

const dateOf = (raw: Raw | undefined): Date => {
  const date = new Date(
    isRawObject(raw) ? Number(raw['$numberLong']) : typeof raw === 'number' ? raw : show(raw),
  );
  if (Number.isNaN(date.getTime())) throw unsupported('date that is no instant');
  return date;
};

const isRawObject = (raw: Raw | undefined): raw is { readonly [key: string]: Raw } =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const special: Readonly<Record<string, (raw: Raw, now: () => Date) => Value>> = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $date: dateOf,
  $regularExpression: (raw) => regExpOf(raw as { pattern?: Raw; options?: Raw }),
  $tcb_server_date: (raw, now) =>
    new Date(now().getTime() + (isRawObject(raw) ? (revive(raw['offset'] ?? 0, now) as number) : 0)),
};

const unknownTypes = new Set(
  '$oid $binary $uuid $numberDecimal $timestamp $symbol $code $minKey $maxKey $dbPointer $undefined'.split(
    ' ',
  ),
);

const revive = (raw: Raw, now: () => Date, level = 1): Value => {
  if (typeof raw !== 'object' || raw === null) return raw;
  if (level > deepestRequest)
    throw requestFailed(`BSONObj exceeds maximum nested object depth: ${deepestRequest}`);
  if (!isRawObject(raw)) return raw.map((element: Raw) => revive(element, now, level + 1));
  const keys = Object.keys(raw);
  const first = keys[0];
  if (keys.length === 1 && first?.startsWith('$')) {
    const read = special[first];
    if (read) return read(raw[first] as Raw, now);
    if (unknownTypes.has(first)) throw unsupported(`BSON type ${first}`);
  }
  const object: Document = {};
  for (const key of keys) {
    if (key === '__proto__') throw unsupported('field name __proto__');
    object[key] = revive(raw[key] as Raw, now, level + 1);
  }
  return object;
};

/** Reads canonical or relaxed EJSON as the SDKs write it; `serverDate` becomes the instant that `now` gives. */
export const fromWire = (text: string, now: () => Date): Value => revive(parse(text), now);

const parse = (text: string): Raw => {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    throw invalidParameter(`not EJSON: ${text.slice(0, 100)}`);
  }
};

const numberToWire = (value: number): string => {
  if (!Number.isInteger(value) || Object.is(value, -0))
    return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`;
  if (value >= -int32 && value < int32) return `{"$numberInt":"${value}"}`;
  return Number.isSafeInteger(value) ? `{"$numberLong":"${value}"}` : `{"$numberDouble":"${value}"}`;
};

const regExpToWire = ({ source, flags }: RegExp): string =>
  `{"$regularExpression":{"pattern":${JSON.stringify(source)},"options":"${flags.replace(/[gu]/g, '')}"}}`;

/** Writes canonical EJSON, the form in which documents travel. */
export const toWire = (value: Value | undefined): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return numberToWire(value);
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (value instanceof RegExp) return regExpToWire(value);
  if (isArray(value)) return `[${value.map(toWire).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${fields.map((key) => `${JSON.stringify(key)}:${toWire(value[key])}`).join()}}`;
};
