import * as v from 'valibot';
import type { Contract } from '../kernel/contract';

/** What the scheduler does; only the platform's timer may ask for it. */
export const scheduler = {
  /**
   * Runs the sweep, or between two sweeps the one job that is latest, where no other run is at it. Answers how each
   * stands.
   */
  run: {
    callers: ['timer'],
    person: 'anyone',
    input: v.object({ isBetween: v.optional(v.boolean(), false) }),
    output: v.object({
      jobs: v.array(
        v.object({ name: v.string(), outcome: v.picklist(['done', 'busy', 'not-due', 'failed']) }),
      ),
    }),
    refusals: {},
  },
} as const satisfies Contract;
