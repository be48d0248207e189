import type { Bytes } from '../indexes/encode-value';
import { isPair, isTakenBack, readEntry } from './entry';
import type { KeyCursor, KeyEntry } from './key-cursor';
import type { RunCursor } from './run-cursor';

/** Goes through several runs as if they were one: of what two runs say about an entry, the newer counts. */
export const mergedCursor = (cursors: readonly RunCursor[], backwards: boolean): KeyCursor => {
  /** Those with an entry left, the next one in front. */
  let queue: RunCursor[] = [];

  const isBefore = (a: Bytes, b: Bytes): boolean => (backwards ? a > b : a < b);

  /** Puts the first of the queue where its entry now belongs. */
  const settleFirst = (): void => {
    const [first] = queue as [RunCursor];
    if (first.current === undefined) {
      queue.shift();
      return;
    }
    let at = 1;
    while (at < queue.length && isBefore((queue[at] as RunCursor).current as Bytes, first.current)) {
      queue[at - 1] = queue[at] as RunCursor;
      at++;
    }
    queue[at - 1] = first;
  };

  /** Takes the next entry with all that is said about it. */
  const take = (): KeyEntry | undefined => {
    while (queue.length > 0) {
      const entry = (queue[0] as RunCursor).current as Bytes;
      let newest = -1;
      let isLive = false;
      while (
        queue[0]?.current !== undefined &&
        (queue[0].current === entry || isPair(queue[0].current, entry))
      ) {
        const [cursor] = queue as [RunCursor];
        if (cursor.age > newest) {
          newest = cursor.age;
          isLive = !isTakenBack(cursor.current as Bytes);
        }
        cursor.next();
        settleFirst();
      }
      if (isLive) return readEntry(entry);
    }
    return undefined;
  };

  const isBehind = (entry: Bytes, target: Bytes): boolean => (backwards ? entry >= target : entry < target);
  let isPlaced = false;

  const place = (target: Bytes): void => {
    for (const cursor of cursors) cursor.seek(target);
    queue = cursors.filter(({ current }) => current !== undefined);
    queue.sort((a, b) => (isBefore(a.current as Bytes, b.current as Bytes) ? -1 : 1));
    isPlaced = true;
  };

  /** Later seeks only go on in the same direction: who is there already stays. */
  const advance = (target: Bytes): void => {
    while (queue.length > 0 && isBehind((queue[0] as RunCursor).current as Bytes, target)) {
      (queue[0] as RunCursor).seek(target);
      settleFirst();
    }
  };

  return {
    seek: (target) => {
      if (isPlaced) advance(target);
      else place(target);
      return take();
    },
    next: take,
  };
};
