import { emptyArrayKey, encodeValue, type Bytes } from '../indexes/encode-value';
import { valuesAtPath } from '../values/paths';
import { isArray, type Document, type Value } from '../values/value';
import type { Sort } from './sort-provision';

const bytesOf = (value: Value | undefined): readonly Bytes[] => {
  if (!isArray(value)) return [encodeValue(value)];
  return value.length > 0 ? value.map(encodeValue) : [emptyArrayKey];
};

/** What a document sorts by: of an array its least element upwards, its greatest downwards. */
const sortKey = (document: Document, path: readonly string[], direction: 1 | -1): Bytes => {
  const [first = encodeValue(null), ...others] = valuesAtPath(document, path).flatMap(bytesOf);
  return others.reduce((best, bytes) => (bytes < best === (direction === 1) ? bytes : best), first);
};

/** Sorts as MongoDB does: by type, then value, missing as null; equal documents keep their order. */
export const sortDocuments = <T extends { readonly document: Document }>(
  rows: readonly T[],
  sort: Sort,
): T[] => {
  const fields = sort.map(([path, direction]) => ({ path: path.split('.'), direction }));
  const keyed = rows.map((row) => ({
    row,
    keys: fields.map(({ path, direction }) => sortKey(row.document, path, direction)),
  }));
  keyed.sort((a, b) => {
    for (const [i, { direction }] of fields.entries()) {
      const left = a.keys[i] as Bytes;
      const right = b.keys[i] as Bytes;
      if (left !== right) return left < right ? -direction : direction;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
};
