import type { Bytes } from '../indexes/encode-value';
import { isPair, isTakenBack, readEntry } from './entry';
import type { KeyCursor, KeyEntry } from './key-cursor';
import type { RunCursor } from './run-cursor';

/** Goes through several runs as if they were one: of what two runs say about an entry, the newer counts. */
export class MergedCursor implements KeyCursor {
  private readonly cursors: readonly RunCursor[];
  private readonly backwards: boolean;
  /** Those with an entry left, the next one in front. */
  private queue: RunCursor[] = [];
  private isPlaced = false;

  constructor(cursors: readonly RunCursor[], backwards: boolean) {
    this.cursors = cursors;
    this.backwards = backwards;
  }

  seek(target: Bytes): KeyEntry | undefined {
    if (this.isPlaced) this.advance(target);
    else this.place(target);
    return this.next();
  }

  /** Takes the next entry with all that is said about it. */
  next(): KeyEntry | undefined {
    while (this.queue.length > 0) {
      const entry = (this.queue[0] as RunCursor).current as Bytes;
      if (this.takeAll(entry)) return readEntry(entry);
    }
    return undefined;
  }

  /** Takes everything that is said about an entry; tells whether the newest of it says that it lives. */
  private takeAll(entry: Bytes): boolean {
    let newest = -1;
    let isLive = false;
    for (;;) {
      const [cursor] = this.queue;
      if (cursor?.current === undefined) return isLive;
      if (cursor.current !== entry && !isPair(cursor.current, entry)) return isLive;
      if (cursor.age > newest) {
        newest = cursor.age;
        isLive = !isTakenBack(cursor.current);
      }
      cursor.next();
      this.settleFirst();
    }
  }

  private place(target: Bytes): void {
    for (const cursor of this.cursors) cursor.seek(target);
    this.queue = this.cursors.filter(({ current }) => current !== undefined);
    this.queue.sort((a, b) => (this.isBefore(a.current as Bytes, b.current as Bytes) ? -1 : 1));
    this.isPlaced = true;
  }

  /** Later seeks only go on in the same direction: who is there already stays. */
  private advance(target: Bytes): void {
    while (this.queue.length > 0 && this.isBehind((this.queue[0] as RunCursor).current as Bytes, target)) {
      (this.queue[0] as RunCursor).seek(target);
      this.settleFirst();
    }
  }

  /** Puts the first of the queue where its entry now belongs. */
  private settleFirst(): void {
    const { queue } = this;
    const [first] = queue as [RunCursor];
    if (first.current === undefined) {
      queue.shift();
      return;
    }
    let at = 1;
    while (at < queue.length && this.isBefore((queue[at] as RunCursor).current as Bytes, first.current)) {
      queue[at - 1] = queue[at] as RunCursor;
      at++;
    }
    queue[at - 1] = first;
  }

  private isBefore(a: Bytes, b: Bytes): boolean {
    return this.backwards ? a > b : a < b;
  }

  private isBehind(entry: Bytes, target: Bytes): boolean {
    return this.backwards ? entry >= target : entry < target;
  }
}
