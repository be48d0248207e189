import type { Lease, Terms } from './domain/lease';

/** Sees to it that a job is not run twice at a time, nor too often; `domain/lease.ts` says when one is free. */
export type Leases = {
  /** How these jobs stand; one that was never run is missing. */
  look(names: readonly string[]): Promise<ReadonlyMap<string, Lease>>;
  /**
   * Takes a free job until a lease from now, if it is not given back before; false when another run was faster.
   * `isKnown`: it has been run before.
   */
  take(name: string, isKnown: boolean, now: number, terms: Terms): Promise<boolean>;
  /** Gives the job back; it is due again at `dueAt`, in milliseconds. */
  release(name: string, dueAt: number): Promise<void>;
};
