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

export type CloudEvent =
  | { readonly type: 'log'; readonly entry: LogEntry }
  | { readonly type: 'error'; readonly entry: LogEntry }
  | { readonly type: 'outbox'; readonly message: unknown }
  | { readonly type: 'clock'; readonly now: string; readonly offsetMs: number }
  | { readonly type: 'reload'; readonly what: string };

export type EventStream = {
  readonly publish: (event: CloudEvent) => void;
  /** Returns what ends the subscription. */
  subscribe(listener: (event: CloudEvent) => void): () => void;
};

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
