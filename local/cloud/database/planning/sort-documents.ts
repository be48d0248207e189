import { compareValues } from '../values/order';
import { candidatesAtPath } from '../values/paths';
import { isArray, type Document, type Value } from '../values/value';
import type { Sort } from './sort-provision';

/** What a document sorts by: of an array its least element upwards, its greatest downwards. */
const sortValue = (document: Document, path: readonly string[], direction: 1 | -1): Value | undefined => {
  const candidates = candidatesAtPath(document, path).filter(
    (value) => !isArray(value) || value.length === 0,
  );
  let chosen = candidates[0];
  for (const value of candidates) if (compareValues(value, chosen) * direction < 0) chosen = value;
  return chosen;
};

/** Sorts as MongoDB does: by type, then value, missing as null; equal documents keep their order. */
export const sortDocuments = <T extends { readonly document: Document }>(
  rows: readonly T[],
  sort: Sort,
): T[] => {
  const paths = sort.map(([path]) => path.split('.'));
  const keyed = rows.map((row) => ({
    row,
    values: sort.map(([, direction], i) => sortValue(row.document, paths[i] as readonly string[], direction)),
  }));
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i++) {
      const difference = compareValues(a.values[i], b.values[i]) * (sort[i]?.[1] ?? 1);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
};
