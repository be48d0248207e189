import type { Clock } from '../clock/clock';
import type { EventStream, LogEntry } from './event-stream';

const KEPT = 1_000;
const LONGEST_TEXT = 8_000;

export type LogLine = Pick<LogEntry, 'kind' | 'functionName' | 'requestId' | 'text'>;

/** The last entries of every function's log, oldest first, each also published as it is written. */
export type LogBook = { write(line: LogLine): void; entries(): readonly LogEntry[] };

/** A log in memory; it ends with the process. */
export const openLogBook = (clock: Clock, events: EventStream): LogBook => {
  let kept: LogEntry[] = [];
  let seq = 0;
  return {
    entries: () => kept,
    write(line) {
      seq += 1;
      const entry = { seq, at: clock.now().toISOString(), ...line, text: line.text.slice(0, LONGEST_TEXT) };
      kept.push(entry);
      // Cut in blocks: shifting one by one would move the whole ring at each line.
      if (kept.length > 2 * KEPT) kept = kept.slice(-KEPT);
      events.publish({ type: entry.kind === 'error' ? 'error' : 'log', entry });
    },
  };
};
