/** Sees to it that a job is not run twice at a time, nor too often. Times are in milliseconds. */
export type Leases = {
  /**
   * `taken`: the job is ours until `until`, if it is not given back before. `busy`: another run has it. `not-due`:
   * its time has not come. Times further ahead than a lease or `everyMs` come from a clock that was set back, and
   * hold nobody up.
   */
  take(name: string, now: number, until: number, everyMs: number): Promise<'taken' | 'busy' | 'not-due'>;
  /** Gives the job back; it is due again at `dueAt`. */
  release(name: string, dueAt: number): Promise<void>;
};
