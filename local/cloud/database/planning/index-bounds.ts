import type { IndexDefinition } from '../indexes/index-definition';
import type { Condition } from './conditions';
import { boundsOf } from './bounds';
import { everything, intersection, isEverything, type Interval } from './intervals';

/** What a filter allows of one index: intervals for each field, and tests on keys that hold no arrays. */
export type IndexBounds = {
  readonly fields: readonly (readonly Interval[])[];
  readonly covered: readonly { readonly field: number; readonly test: (text: string) => boolean }[];
  /** Every predicate is answered by the bounds alone. */
  readonly exact: boolean;
};

const firstPart = (name: string): string => name.split('.', 1)[0] as string;

/** Two fields inside one array cannot both be bounded: one element may satisfy the first, another the second. */
const sharesArray = (index: IndexDefinition, field: number): boolean =>
  index.multikey[field] === true &&
  index.fields
    .slice(0, field)
    .some(
      ({ name }, i) => index.multikey[i] && firstPart(name) === firstPart(index.fields[field]?.name ?? ''),
    );

/**
 * MongoDB's rules (https://www.mongodb.com/docs/manual/core/indexes/index-types/index-multikey/multikey-index-bounds/):
 * on a field without arrays all predicates narrow the bounds; on one with arrays only the first does. A predicate
 * that the key can answer is tested on it only where the whole index is without arrays.
 */
export const indexBounds = (index: IndexDefinition, predicates: readonly Condition[]): IndexBounds => {
  const isMultikey = index.multikey.some(Boolean);
  const covered: { field: number; test: (text: string) => boolean }[] = [];
  const answered = new Set<Condition>();
  const fields = index.fields.map(({ name, descending }, field) => {
    if (sharesArray(index, field)) return [everything];
    let intervals: readonly Interval[] = [everything];
    for (const predicate of predicates.filter(({ path }) => path === name)) {
      const bounds = boundsOf(predicate, descending);
      if (!bounds || (index.multikey[field] && !isEverything(intervals))) continue;
      intervals = isEverything(intervals) ? bounds.intervals : intersection(intervals, bounds.intervals);
      if (bounds.exact) answered.add(predicate);
      if (bounds.covered && !isMultikey && !descending) covered.push({ field, test: bounds.covered });
    }
    return intervals;
  });
  return { fields, covered, exact: predicates.every((predicate) => answered.has(predicate)) };
};
