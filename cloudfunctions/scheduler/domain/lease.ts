/** Who has a job until when, and when it is due again, in milliseconds; 0 for nobody and at once. */
export type Lease = { readonly leasedUntil: number; readonly dueAt: number };

/** How long a lease lasts that is not given back, and how often the job is wanted, in milliseconds. */
export type Terms = { readonly leaseMs: number; readonly everyMs: number };

export type JobStanding = 'free' | 'busy' | 'not-due';

/**
 * How a job stands: another run has it, its time has not come, or it is free. Times further ahead than a lease or
 * `everyMs` come from a clock that was set back, and hold nobody up.
 */
export const standingOf = (
  { leasedUntil, dueAt }: Lease,
  now: number,
  { leaseMs, everyMs }: Terms,
): JobStanding => {
  if (leasedUntil > now && leasedUntil <= now + leaseMs) return 'busy';
  return dueAt > now && dueAt <= now + everyMs ? 'not-due' : 'free';
};
