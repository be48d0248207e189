import type { Bytes } from '../indexes/encode-value';
import { fieldEnd } from '../indexes/key-fields';
import type { IndexDefinition } from '../indexes/index-definition';
import { after } from '../storage/key-cursor';
import { everything, firstTo, isEverything, lastFrom, type Interval } from './intervals';

type Fields = readonly (readonly Interval[])[];

/** Where a key stands: inside the bounds, at a place to jump to next, or past them all. */
export type KeyStanding = 'inside' | 'past' | { readonly seek: Bytes };

/** One contiguous range of keys: points, then at most one interval, then nothing bounded. */
export const contiguousRange = (fields: Fields): { readonly from: Bytes; readonly to: Bytes } | undefined => {
  let prefix = '';
  for (const [i, intervals] of fields.entries()) {
    const [only] = intervals;
    if (intervals.length !== 1 || !only) return undefined;
    if (only.point) {
      prefix += only.from;
      continue;
    }
    if (!fields.slice(i + 1).every(isEverything)) return undefined;
    return { from: prefix + only.from, to: only === everything ? afterPrefix(prefix) : prefix + only.to };
  }
  return { from: prefix, to: after(prefix) };
};

const afterPrefix = (prefix: Bytes): Bytes => (prefix === '' ? '\xff' : after(prefix));

/** Cuts keys into fields and tells, as MongoDB's bounds checker does, where a scan goes on. */
export class BoundsWalk {
  private readonly flips: readonly number[];
  private readonly ends: number[];

  private readonly fields: Fields;
  private readonly backwards: boolean;

  constructor(index: IndexDefinition, fields: Fields, backwards: boolean) {
    this.fields = fields;
    this.backwards = backwards;

    this.flips = index.fields.map(({ descending }) => (descending ? 0xff : 0));
    this.ends = index.fields.map(() => 0);
  }

  /** Where the first scan begins; undefined where nothing can match. */
  start(): Bytes | undefined {
    if (this.fields.some((intervals) => intervals.length === 0)) return undefined;
    return this.entry('', 0, this.backwards ? (this.fields[0] as readonly Interval[]).length - 1 : 0);
  }

  /** After `standing(key)` said 'inside': the bytes of a field of that key. */
  field(key: Bytes, field: number): Bytes {
    return key.slice(this.fieldStart(field), this.ends[field]);
  }

  fieldStart(field: number): number {
    return field === 0 ? 0 : (this.ends[field - 1] as number);
  }

  standing(key: Bytes): KeyStanding {
    let start = 0;
    for (let field = 0; field < this.fields.length; field++) {
      const intervals = this.fields[field] as readonly Interval[];
      const end = fieldEnd(key, start, this.flips[field] as number);
      this.ends[field] = end;
      if (intervals[0] !== everything) {
        const found = this.locate(intervals, key.slice(start, end));
        if (found !== 'inside') {
          if (found < 0) return this.leave(key, field);
          return { seek: this.entry(key.slice(0, start), field, found) };
        }
      }
      start = end;
    }
    return 'inside';
  }

  /** Inside an interval, the next interval in the direction of the scan, or -1 past the last. */
  private locate(intervals: readonly Interval[], value: Bytes): 'inside' | number {
    const at = this.backwards ? lastFrom(intervals, value) : firstTo(intervals, value);
    const interval = intervals[at];
    if (!interval) return -1;
    return value >= interval.from && value < interval.to ? 'inside' : at;
  }

  /** The field before has to move on: to its next interval, or past its value. */
  private leave(key: Bytes, field: number): KeyStanding {
    if (field === 0) return 'past';
    const before = field - 1;
    const start = this.fieldStart(before);
    const prefix = key.slice(0, this.ends[before]);
    const intervals = this.fields[before] as readonly Interval[];
    const value = key.slice(start, this.ends[before]);
    const at = firstTo(intervals, value);
    if (!intervals[at]?.point) return { seek: this.backwards ? prefix : after(prefix) };
    const next = at + (this.backwards ? -1 : 1);
    return intervals[next]
      ? { seek: this.entry(key.slice(0, start), before, next) }
      : this.leave(key, before);
  }

  /** The edge of an interval of `field`, and of the first ones of the fields after it while they are points. */
  private entry(prefix: Bytes, field: number, at: number): Bytes {
    const intervals = this.fields[field] as readonly Interval[];
    const chosen = intervals[at];
    if (!chosen) return prefix;
    if (!chosen.point) return prefix + (this.backwards ? chosen.to : chosen.from);
    const bytes = prefix + chosen.from;
    const following = this.fields[field + 1];
    if (!following) return this.backwards ? after(bytes) : bytes;
    return this.entry(bytes, field + 1, this.backwards ? following.length - 1 : 0);
  }
}
