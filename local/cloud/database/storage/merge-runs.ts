import type { Bytes } from '../indexes/encode-value';
import { readBlock, writeBlocks, type Block } from './block';
import { compareBytes, isPair, isTakenBack, lastOfPair, lowerBound } from './entry';
import type { Run, Runs } from './runs';

/** Four blocks fill a page of 8 KB (see openSqlite). */
export const blockSize = 1900;

/** About how many entries a block holds, to reckon work in. */
const entriesInBlock = 80;

type Part = { readonly run: Run; readonly entries: readonly Bytes[]; readonly isWhole: boolean };

const readPart = (runs: Runs, run: Run, blocks: number): Part => {
  const read: readonly Block[] = runs.firstBlocks(run.id, blocks);
  return { run, entries: read.flatMap(({ body }) => readBlock(body)), isWhole: read.length < blocks };
};

const has = (entries: readonly Bytes[], entry: Bytes): boolean =>
  entries[lowerBound(entries, entry)] === entry;

/** What the newest part says where several speak of one entry. */
const newestOf = (parts: readonly Part[], entry: Bytes): Bytes => {
  const live = entry.slice(0, -1) + String.fromCharCode(entry.charCodeAt(entry.length - 1) & 0xfe);
  const dead = lastOfPair(entry);
  const newest = parts.find(({ entries }) => has(entries, live) || has(entries, dead));
  return newest && has(newest.entries, dead) ? dead : live;
};

/** Joins the parts (newest first); what is taken back vanishes where nothing older could still say it. */
const join = (parts: readonly Part[], isOldest: boolean): Bytes[] => {
  const all = parts.flatMap(({ entries }) => entries).toSorted(compareBytes);
  const joined: Bytes[] = [];
  for (let i = 0; i < all.length; i++) {
    let entry = all[i] as Bytes;
    if (i + 1 < all.length && isPair(entry, all[i + 1] as Bytes)) {
      while (i + 1 < all.length && isPair(entry, all[i + 1] as Bytes)) i++;
      entry = newestOf(parts, entry);
    }
    if (!(isOldest && isTakenBack(entry))) joined.push(entry);
  }
  return joined;
};

/**
 * Moves the next entries of a merge, about `work` of them, from its runs to the run they merge into. Since readers
 * look at all runs, every state between two moves is a right one. Gives the runs that are now empty, and how many
 * entries were written.
 */
export const mergeSome = (
  runs: Runs,
  inputs: readonly Run[],
  into: Run,
  isOldest: boolean,
  work: number,
): { readonly emptied: readonly Run[]; readonly written: number } => {
  const blocks = Math.max(2, Math.ceil(work / entriesInBlock / inputs.length));
  const newestFirst = inputs.toSorted((a, b) => b.age - a.age);
  const parts = newestFirst.map((run) => readPart(runs, run, blocks));
  const ends = parts
    .filter(({ isWhole }) => !isWhole)
    .map(({ entries }) => lastOfPair(entries.at(-1) as Bytes));
  const last = ends.toSorted(compareBytes)[0];
  const moved = parts.map((part) => ({
    ...part,
    entries: last === undefined ? part.entries : part.entries.slice(0, lowerBound(part.entries, `${last}\0`)),
  }));
  for (const [i, { run, entries }] of parts.entries()) {
    const count = (moved[i] as Part).entries.length;
    if (count === 0) continue;
    runs.removeUpTo(run.id, entries[count - 1] as Bytes);
    const rest = entries.slice(count, restOfBlock(runs, run, entries, count));
    runs.append(run.id, writeBlocks(rest, blockSize));
  }
  const joined = join(moved, isOldest);
  runs.append(into.id, writeBlocks(joined, blockSize));
  const emptied = parts
    .filter(({ isWhole, entries }, i) => isWhole && (moved[i] as Part).entries.length === entries.length)
    .map(({ run }) => run);
  return { emptied, written: joined.length };
};

/** Where the block that was cut ends: the next one still stands. */
const restOfBlock = (runs: Runs, run: Run, entries: readonly Bytes[], from: number): number => {
  const next = runs.firstBlocks(run.id, 1)[0];
  return next ? Math.max(from, lowerBound(entries, next.first)) : entries.length;
};
