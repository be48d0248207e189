import type { Bytes } from '../indexes/encode-value';
import { stringOf } from '../indexes/key-fields';
import type { IndexDefinition } from '../indexes/index-definition';
import type { KeyCursor, KeyEntry } from '../storage/key-cursor';
import { BoundsWalk, contiguousRange } from './bounds-walk';
import type { IndexBounds } from './index-bounds';

/** What a plan has looked at so far: MongoDB's totalKeysExamined and totalDocsExamined. */
export type Spent = { keys: number; read: number };

/** A document found by a key; `order` holds the key's bytes from the field that sorts. */
export type Found = { readonly document: number; readonly order: Bytes };

export type ScanOptions = {
  readonly index: IndexDefinition;
  readonly cursor: KeyCursor;
  readonly bounds: IndexBounds;
  readonly backwards: boolean;
  /** The fields whose bytes `order` gives: from (including) the first to (excluding) the second. */
  readonly orderFields: readonly [from: number, to: number];
};

/**
 * Scans an index within bounds: gives each fitting key's document, or undefined for a key that was only looked at.
 * A contiguous range ends by itself; otherwise the key that shows the end is counted too, as MongoDB counts it.
 */
export function* scanIndex(options: ScanOptions, spent: Spent): Generator<Found | undefined, void> {
  const { index, cursor, bounds, backwards } = options;
  const walk = new BoundsWalk(index, bounds.fields, backwards);
  const start = walk.start();
  if (start === undefined) return;
  const range = contiguousRange(bounds.fields);
  const isOut = (key: Bytes): boolean =>
    range !== undefined && (backwards ? key < range.from : key >= range.to);

  let entry = range && backwards ? cursor.seek(range.to) : cursor.seek(start);
  while (entry && !isOut(entry.key)) {
    spent.keys++;
    const standing = walk.standing(entry.key);
    if (standing === 'past') return;
    if (standing === 'inside') {
      yield passes(walk, options, entry) ? found(walk, options, entry) : undefined;
      entry = cursor.next();
    } else {
      yield undefined;
      entry = cursor.seek(standing.seek);
    }
  }
}

const passes = (walk: BoundsWalk, { bounds }: ScanOptions, { key }: KeyEntry): boolean =>
  bounds.covered.every(({ field, test }) => {
    const text = stringOf(walk.field(key, field));
    return text === undefined || test(text);
  });

const found = (
  walk: BoundsWalk,
  { orderFields: [from, to] }: ScanOptions,
  { key, document }: KeyEntry,
): Found => ({
  document,
  order: from === to ? '' : key.slice(walk.fieldStart(from), walk.fieldStart(to)),
});
