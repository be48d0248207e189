/** What the workbench is told as it happens. */
export type LogEntry = {
  readonly seq: number;
  /** The cloud's time, ISO. */
  readonly at: string;
  readonly kind: 'start' | 'cold-start' | 'log' | 'end' | 'error' | 'timer' | 'cloud';
  readonly functionName: string | null;
  readonly requestId: string | null;
  readonly text: string;
};

/** One open API call as WeChat would have received it, and what it was answered. */
export type OutboxMessage = {
  readonly seq: number;
  /** The cloud's time, ISO. */
  readonly at: string;
  readonly functionName: string | null;
  readonly api: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
};

export type CloudEvent =
  | { readonly type: 'log'; readonly entry: LogEntry }
  | { readonly type: 'error'; readonly entry: LogEntry }
  | { readonly type: 'outbox'; readonly message: OutboxMessage }
  | { readonly type: 'clock'; readonly now: string; readonly offsetMs: number }
  | { readonly type: 'reload'; readonly what: string };

export type EventStream = {
  readonly publish: (event: CloudEvent) => void;
  /** Returns what ends the subscription. */
  subscribe(listener: (event: CloudEvent) => void): () => void;
};

/** Tells every subscriber of every event, in the order in which they subscribed. */
export const createEventStream = (): EventStream => {
  const listeners = new Set<(event: CloudEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
