import { complement, type Bytes } from '../indexes/encode-value';
import { after } from '../storage/key-cursor';

/**
 * The keys of one index field from `from` up to but not including `to`, in the order of the index. A `point` holds
 * exactly one value.
 */
export type Interval = { readonly from: Bytes; readonly to: Bytes; readonly point: boolean };

export const everything: Interval = { from: '\x00', to: '\xff', point: false };
/** Whether a field is not bounded at all. */
export const isEverything = (intervals: readonly Interval[]): boolean => intervals[0] === everything;

/** A place between values: before or after all that begin with `prefix`. */
export type Edge = { readonly prefix: Bytes; readonly after: boolean };

const place = (edge: Edge): Bytes => (edge.after ? after(edge.prefix) : edge.prefix);
const turned = (edge: Edge): Edge => ({ prefix: complement(edge.prefix), after: !edge.after });

/** From one edge to another, `low` before `high` whichever way the index runs. */
export const between = (low: Edge, high: Edge, descending: boolean): Interval =>
  descending
    ? { from: place(turned(high)), to: place(turned(low)), point: false }
    : { from: place(low), to: place(high), point: false };

/** All values whose encoding begins with `prefix`. */
export const beginningWith = (prefix: Bytes, descending: boolean): Interval =>
  between({ prefix, after: false }, { prefix, after: true }, descending);

/** Exactly one value. */
export const pointAt = (value: Bytes, descending: boolean): Interval => ({
  ...beginningWith(value, descending),
  point: true,
});

const byFrom = (a: Interval, b: Interval): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** In order, without overlaps. */
export const union = (intervals: readonly Interval[]): readonly Interval[] => {
  const joined: Interval[] = [];
  for (const interval of intervals.toSorted(byFrom)) {
    const last = joined.at(-1);
    if (last && interval.from < last.to) {
      if (interval.to > last.to)
        joined[joined.length - 1] = { from: last.from, to: interval.to, point: false };
    } else joined.push(interval);
  }
  return joined;
};

/** The first place in an ordered list from which on `fits` holds; the length where it never does. */
const firstPlace = (intervals: readonly Interval[], fits: (interval: Interval) => boolean): number => {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fits(intervals[middle] as Interval)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** In an ordered list, the first interval that ends after a value: it holds the value, or is the next one. */
export const firstTo = (intervals: readonly Interval[], value: Bytes): number =>
  firstPlace(intervals, ({ to }) => to > value);

/** In an ordered list, the last interval that begins at or before a value; -1 for none. */
export const lastFrom = (intervals: readonly Interval[], value: Bytes): number =>
  firstPlace(intervals, ({ from }) => from > value) - 1;

/** What lies in both of two ordered lists. */
export const intersection = (a: readonly Interval[], b: readonly Interval[]): readonly Interval[] => {
  const common: Interval[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [left, right] = [a[i], b[j]];
    if (!left || !right) return common;
    const from = left.from > right.from ? left.from : right.from;
    const to = left.to < right.to ? left.to : right.to;
    if (from < to) common.push({ from, to, point: left.point || right.point });
    if (left.to < right.to) i++;
    else j++;
  }
};

/** What lies in no interval of an ordered list. */
export const outside = (intervals: readonly Interval[]): readonly Interval[] => {
  const gaps: Interval[] = [];
  let from = everything.from;
  for (const interval of intervals) {
    if (from < interval.from) gaps.push({ from, to: interval.from, point: false });
    from = interval.to;
  }
  gaps.push({ from, to: everything.to, point: false });
  return gaps;
};
