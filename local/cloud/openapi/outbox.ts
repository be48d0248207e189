import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { Clock } from '../clock/clock';
import type { EventStream, OutboxMessage } from '../events/event-stream';

export type Outbox = {
  record(message: Omit<OutboxMessage, 'seq' | 'at'>): void;
  /** The newest last. */
  messages(): readonly OutboxMessage[];
};

const KEPT = 1_000;

const readMessages = (file: string): OutboxMessage[] => {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  // After a kill the last line may be half written: it was never answered, and must not spoil the next.
  if (end < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, end)));
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  return lines.slice(-KEPT).map((line) => JSON.parse(line) as OutboxMessage);
};

/** Keeps what would have gone to WeChat in a file of JSON Lines, written before the call is answered. */
export const openOutbox = (file: string, clock: Clock, events: EventStream): Outbox => {
  const kept = readMessages(file);
  return {
    messages: () => kept,
    record(message) {
      const entry = { seq: (kept.at(-1)?.seq ?? 0) + 1, at: clock.now().toISOString(), ...message };
      appendFileSync(file, `${JSON.stringify(entry)}\n`);
      kept.push(entry);
      if (kept.length > KEPT) kept.shift();
      events.publish({ type: 'outbox', message: entry });
    },
  };
};
