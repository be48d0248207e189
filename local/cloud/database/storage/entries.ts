import type { Bytes } from '../indexes/encode-value';
import { writeBlocks } from './block';
import { compareBytes, takenBack } from './entry';
import type { KeyCursor } from './key-cursor';
import { leftOver, mergeable, tierOf, usualPolicy, type MergePolicy } from './merge-policy';
import { MergedCursor } from './merged-cursor';
import { blockSize, mergeSome } from './merge-runs';
import { RunCursor } from './run-cursor';
import { Runs, type Run } from './runs';
import type { Sqlite } from './sqlite';

/**
 * The entries of one index. Each change is written as a sorted run of its own, so a load writes pages one after
 * another instead of all over the file; every change also merges a little, in proportion to its size, so that there
 * are never more than a few runs to look through. What is left is merged when nobody asks (see IdleMerging).
 */
export class Entries {
  private readonly runs: Runs;
  private readonly policy: MergePolicy;
  private list: Run[];
  /** How many entries each merge has moved so far. */
  private readonly moved = new Map<number, number>();

  constructor(sqlite: Sqlite, index: number, policy: MergePolicy = usualPolicy) {
    this.runs = new Runs(sqlite, index);
    this.policy = policy;
    this.list = this.runs.all();
  }

  /** Adds and removes entries; both lists in any order. */
  change(added: readonly Bytes[], removed: readonly Bytes[]): void {
    const entries = added.concat(removed.map(takenBack)).toSorted(compareBytes);
    const run = this.runs.create(tierOf(this.policy, entries.length));
    this.runs.append(run.id, writeBlocks(entries, blockSize));
    this.list.push(run);
    this.startMerges(this.policy.fan, 1);
    this.continueMerges(Math.max(this.policy.leastWork, 2 * entries.length));
  }

  /** Goes on merging, about `work` entries, until few runs are left; false when there is nothing to do. */
  tidy(work: number): boolean {
    if (!this.isMerging()) this.startMerges(2, 0);
    if (!this.isMerging()) this.merge(leftOver(this.policy, this.list));
    return this.continueMerges(work);
  }

  /** The document of the first entry with this key. */
  documentWithKey(key: Bytes): number | undefined {
    const entry = this.cursor(false).seek(key);
    return entry?.key === key ? entry.document : undefined;
  }

  cursor(backwards: boolean): KeyCursor {
    return new MergedCursor(
      this.list.map((run) => new RunCursor(this.runs, run, backwards)),
      backwards,
    );
  }

  /** Merges groups of at least `fewest` runs of one tier, each into a run that is `higher` tiers above. */
  private startMerges(fewest: number, higher: 0 | 1): void {
    for (const tier of [...new Set(this.list.map((run) => run.tier))].toSorted((a, b) => a - b)) {
      for (const inputs of mergeable(this.list, tier, fewest)) this.merge(inputs, tier + higher);
    }
  }

  private isMerging(): boolean {
    return this.list.some(({ into }) => into !== null);
  }

  private merge(inputs: readonly Run[], tier = Math.max(...inputs.map((run) => run.tier))): void {
    if (inputs.length === 0) return;
    const output = this.runs.create(tier, Math.min(...inputs.map(({ age }) => age)));
    for (const input of inputs) this.runs.mergeInto(input, output.id);
    this.list.push(output);
  }

  private continueMerges(work: number): boolean {
    const outputs = new Set(this.list.flatMap((one) => one.into ?? []));
    for (const into of outputs) this.continueMerge(into, work);
    return outputs.size > 0;
  }

  private continueMerge(into: number, work: number): void {
    const output = this.list.find(({ id }) => id === into) as Run;
    const inputs = this.list.filter((run) => run.into === into);
    const isOldest = !this.list.some((run) => run.age < output.age);
    const { emptied, written } = mergeSome(this.runs, inputs, output, isOldest, work);
    const empty = new Set(emptied);
    for (const run of empty) this.runs.forget(run);
    this.list = this.list.filter((run) => !empty.has(run));
    const moved = (this.moved.get(into) ?? 0) + written;
    if (empty.size < inputs.length) this.moved.set(into, moved);
    else this.endMerge(output, moved);
  }

  private endMerge(output: Run, entries: number): void {
    this.moved.delete(output.id);
    this.runs.setTier(output, Math.max(output.tier, tierOf(this.policy, entries)));
  }
}
