import { isArray, isObject, show, type Document, type Value } from './value';

/**
 * The text in which a document stands on disk: plain JSON, and `{"$date":…}`, `{"$regex":…}`, `{"$double":…}` for
 * what JSON cannot say. No field of a stored document begins with `$`, so these cannot be mistaken.
 */
export const toStored = (document: Document): string => JSON.stringify(plain(document));

const isPlain = (value: Value): boolean => {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Date || value instanceof RegExp) return false;
  return isArray(value) ? value.every(isPlain) : Object.values(value).every(isPlain);
};

const plain = (value: Value): unknown => {
  if (isPlain(value)) return value;
  if (typeof value === 'number') return { $double: Object.is(value, -0) ? '-0' : String(value) };
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof RegExp) return { $regex: value.source, $options: value.flags };
  if (isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value as Document).map(([key, field]) => [key, plain(field)]));
};

const revive = (value: Value): Value => {
  if (isArray(value)) return value.map(revive);
  if (!isObject(value)) return value;
  if (typeof value['$date'] === 'number') return new Date(value['$date']);
  if (typeof value['$double'] === 'string') return Number(value['$double']);
  if (typeof value['$regex'] === 'string') return new RegExp(value['$regex'], show(value['$options']));
  for (const key of Object.keys(value)) value[key] = revive(value[key] as Value);
  return value;
};

/** A document as `toStored` wrote it. */
export const fromStored = (text: string): Document => {
  const document = JSON.parse(text) as Document;
  return text.includes('"$') ? (revive(document) as Document) : document;
};
