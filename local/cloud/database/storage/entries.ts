import type { Bytes } from '../indexes/encode-value';
import { writeBlocks } from './block';
import { compareBytes, takenBack } from './entry';
import type { KeyCursor } from './key-cursor';
import { mergedCursor } from './merged-cursor';
import { blockSize, mergeSome } from './merge-runs';
import { RunCursor } from './run-cursor';
import { Runs, type Run } from './runs';
import type { Sqlite } from './sqlite';

/** So many runs of one tier are merged into one of the next, which is as many times larger. */
const fan = 8;
const smallestRun = 4096;
const leastWork = 1024;

const tierOf = (entries: number): number =>
  Math.max(0, Math.ceil(Math.log(entries / smallestRun) / Math.log(fan)));

/**
 * The entries of one index. Each change is written as a sorted run of its own, so a load writes pages one after
 * another instead of all over the file; every change also merges a little, in proportion to its size, so that there
 * are never more than a few runs to look through.
 */
export class Entries {
  private readonly runs: Runs;
  private list: Run[];

  constructor(sqlite: Sqlite, index: number) {
    this.runs = new Runs(sqlite, index);
    this.list = this.runs.all();
  }

  /** Adds and removes entries; both lists in any order. */
  change(added: readonly Bytes[], removed: readonly Bytes[]): void {
    const entries = added.concat(removed.map(takenBack)).toSorted(compareBytes);
    const run = this.runs.create(tierOf(entries.length));
    this.runs.append(run.id, writeBlocks(entries, blockSize));
    this.list.push(run);
    this.startMerges();
    for (const into of new Set(this.list.flatMap((one) => one.into ?? []))) {
      this.continueMerge(into, Math.max(leastWork, 2 * entries.length));
    }
  }

  /** The document of the first entry with this key. */
  documentWithKey(key: Bytes): number | undefined {
    const entry = this.cursor(false).seek(key);
    return entry?.key === key ? entry.document : undefined;
  }

  cursor(backwards: boolean): KeyCursor {
    return mergedCursor(
      this.list.map((run) => new RunCursor(this.runs, run, backwards)),
      backwards,
    );
  }

  private startMerges(): void {
    const free = this.list.filter(
      ({ id, into }) => into === null && !this.list.some((run) => run.into === id),
    );
    for (const tier of new Set(free.map((run) => run.tier))) {
      const inputs = free.filter((run) => run.tier === tier);
      if (inputs.length < fan) continue;
      const output = this.runs.create(tier + 1, Math.min(...inputs.map(({ age }) => age)));
      for (const input of inputs) this.runs.mergeInto(input, output.id);
      this.list.push(output);
    }
  }

  private continueMerge(into: number, work: number): void {
    const output = this.list.find(({ id }) => id === into) as Run;
    const inputs = this.list.filter((run) => run.into === into);
    const isOldest = !this.list.some((run) => run.age < output.age);
    const empty = new Set(mergeSome(this.runs, inputs, output, isOldest, work));
    for (const run of empty) this.runs.forget(run);
    this.list = this.list.filter((run) => !empty.has(run));
  }
}
