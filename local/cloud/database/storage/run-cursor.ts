import type { Bytes } from '../indexes/encode-value';
import { readBlock, type Block } from './block';
import { lowerBound } from './entry';
import type { Runs } from './runs';

/** Goes through the entries of one run in one direction; `current` is undefined past the end. */
export class RunCursor {
  current: Bytes | undefined;
  readonly age: number;
  private readonly runs: Runs;
  private readonly run: number;
  private readonly backwards: boolean;
  private first: Bytes | undefined;
  private entries: readonly Bytes[] = [];
  private at = 0;

  constructor(runs: Runs, run: { readonly id: number; readonly age: number }, backwards: boolean) {
    this.runs = runs;
    this.run = run.id;
    this.age = run.age;
    this.backwards = backwards;
  }

  /** Forwards: to the first entry at or after `target`. Backwards: to the last before it. */
  seek(target: Bytes): void {
    if (!this.holds(target)) {
      this.load(
        this.backwards
          ? this.runs.blockBefore(this.run, target)
          : (this.runs.blockAt(this.run, target) ?? this.runs.blockAfter(this.run, target)),
      );
    }
    this.at = lowerBound(this.entries, target) - (this.backwards ? 1 : 0);
    this.settle();
  }

  next(): void {
    this.at += this.backwards ? -1 : 1;
    this.settle();
  }

  private holds(target: Bytes): boolean {
    const last = this.entries.at(-1);
    if (this.first === undefined || last === undefined || last < target) return false;
    return this.backwards ? this.first < target : this.first <= target;
  }

  private load(block: Block | undefined): void {
    this.first = block?.first;
    this.entries = block ? readBlock(block.body) : [];
    this.at = this.backwards ? this.entries.length - 1 : 0;
  }

  private settle(): void {
    if ((this.at < 0 || this.at >= this.entries.length) && this.first !== undefined) {
      this.load(
        this.backwards
          ? this.runs.blockBefore(this.run, this.first)
          : this.runs.blockAfter(this.run, this.first),
      );
    }
    this.current = this.entries[this.at];
  }
}
