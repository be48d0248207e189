import type { IndexDefinition } from '../indexes/index-definition';
import { isEverything, type Interval } from './intervals';
import type { IndexBounds } from './index-bounds';

/** Fields to sort by, in order. */
export type Sort = readonly (readonly [path: string, direction: 1 | -1])[];

/** How an index gives an order: scanning which way, sorted by the fields from `from` up to `to`. */
export type Provision = { readonly backwards: boolean; readonly from: number; readonly to: number };

/** MongoDB's `internalQueryMaxScansToExplode`: more streams than this are not merged. */
const mostStreams = 200;

const isPoints = (intervals: readonly Interval[]): boolean =>
  intervals.length > 0 && intervals.every(({ point }) => point);

/** Whether the index yields documents in the order asked for, perhaps by merging one stream for each point. */
export const provisionOf = (
  index: IndexDefinition,
  bounds: IndexBounds,
  sort: Sort,
): Provision | undefined => {
  /** One value for all: but an array holds others beside it, and sorts by the least or greatest of them. */
  const isFixed = (path: string): boolean =>
    index.fields.some(
      ({ name }, i) => name === path && index.multikey[i] !== true && isSinglePoint(bounds.fields[i]),
    );
  const wanted = sort.filter(([path]) => !isFixed(path));
  if (wanted.length === 0) return { backwards: false, from: 0, to: 0 };

  const from = index.fields.findIndex(({ name }) => name === wanted[0]?.[0]);
  if (from < 0) return undefined;
  let streams = 1;
  for (const intervals of bounds.fields.slice(0, from)) {
    if (!isPoints(intervals)) return undefined;
    streams *= intervals.length;
  }
  if (streams > mostStreams) return undefined;
  const backwards = (index.fields[from]?.descending === true) === (wanted[0]?.[1] === 1);
  let field = from;
  for (const [path, direction] of wanted) {
    while (index.fields[field] && index.fields[field]?.name !== path && isSinglePoint(bounds.fields[field]))
      field++;
    const at = index.fields[field];
    if (at?.name !== path || ((at.descending ? -1 : 1) === direction) === backwards) return undefined;
    if (index.multikey[field] === true && !isEverything(bounds.fields[field] ?? [])) return undefined;
    field++;
  }
  return { backwards, from, to: field };
};

const isSinglePoint = (intervals: readonly Interval[] | undefined): boolean =>
  intervals?.length === 1 && intervals[0]?.point === true;

/** The bounds cut into one for each combination of points before the field that sorts. */
export const explode = (bounds: IndexBounds, from: number): readonly IndexBounds[] => {
  let combinations: (readonly (readonly Interval[])[])[] = [[]];
  for (const [i, intervals] of bounds.fields.entries()) {
    const choices = i < from ? intervals.map((interval) => [interval]) : [intervals];
    combinations = combinations.flatMap((fields) => choices.map((choice) => [...fields, choice]));
  }
  return combinations.map((fields) => ({ ...bounds, fields }));
};
