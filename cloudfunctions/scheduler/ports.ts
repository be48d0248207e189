/** Timed work of a context. */
export type Job = {
  readonly name: string;
  /** It runs again at the earliest after so many milliseconds. */
  readonly everyMs: number;
  readonly run: () => Promise<void>;
};

/** Sees to it that a job is not run twice at a time, nor too often. */
export type Leases = {
  /** True when the job is now ours until `until`; false when it is another's or not due yet. Milliseconds. */
  take(name: string, now: number, until: number): Promise<'taken' | 'busy' | 'not-due'>;
  /** Gives the job back; it is due again at `dueAt`. */
  release(name: string, dueAt: number): Promise<void>;
};
