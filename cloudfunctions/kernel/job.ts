/** Timed work of a context, run by the scheduler. */
export type Job = {
  /** The id of its document in `jobs`: the context and what it does. */
  readonly name: string;
  /** It runs again at the earliest after so many milliseconds; 0 = at every sweep, which has runs of its own. */
  readonly everyMs: number;
  /**
   * Must be such that doing it again changes nothing: a run may be cut off anywhere. `more`: it stopped at the end of a
   * step, and the next one may follow at once.
   */
  readonly run: () => Promise<void | 'more'>;
};
