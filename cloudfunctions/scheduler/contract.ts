import * as v from 'valibot';
import type { Contract } from '../kernel/contract';

/** What the scheduler does; only the platform's timer may ask for it. */
export const scheduler = {
  /** Runs every job that is due and that no other run is at. Answers how each ended. */
  run: {
    callers: ['timer'],
    person: 'anyone',
    input: v.object({}),
    output: v.object({
      jobs: v.array(
        v.object({ name: v.string(), outcome: v.picklist(['done', 'busy', 'not-due', 'failed']) }),
      ),
    }),
    refusals: {},
  },
} as const satisfies Contract;
