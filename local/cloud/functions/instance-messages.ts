/** What a function instance needs at its start. */
export type InstanceSetup = {
  /** Absolute path of the function's folder, with its built `index.js`. */
  readonly folder: string;
  /** The clock that all threads share. */
  readonly clock: SharedArrayBuffer;
};

export type CallMessage = {
  readonly callId: number;
  /** JSON text. */
  readonly event: string;
  /** What this call adds to `process.env`: who calls, and from where. */
  readonly environment: Readonly<Record<string, string>>;
  readonly context: Readonly<Record<string, unknown>>;
};

export type InstanceMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'not-loaded'; readonly error: string }
  | { readonly type: 'log'; readonly text: string }
  | { readonly type: 'returned'; readonly callId: number; readonly result: string }
  | { readonly type: 'threw'; readonly callId: number; readonly error: string };
