/** Timed work of a context, run by the scheduler. */
export type Job = {
  /** The id of its document in `jobs`: the context and what it does. */
  readonly name: string;
  /** It runs again at the earliest after so many milliseconds; 0 = at every run of the scheduler. */
  readonly everyMs: number;
  /** Must be such that doing it again changes nothing: a run may be cut off anywhere. */
  readonly run: () => Promise<void>;
};
