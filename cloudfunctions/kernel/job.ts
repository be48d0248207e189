/** Timed work of a context, run by the scheduler. */
export type Job = {
  /** The id of its document in `jobs`: the context and what it does. */
  readonly name: string;
  /** It runs again at the earliest after so many milliseconds; 0 = at every run of the scheduler. */
  readonly everyMs: number;
  /**
   * Must be such that doing it again changes nothing: a run may be cut off anywhere. `isOnly`: no other job runs beside
   * it, so that all calls of this run are its own.
   */
  readonly run: (isOnly: boolean) => Promise<void>;
};
