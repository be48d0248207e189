import type { Job } from '../kernel/job';
import { forgetOldSearches } from './use-cases/forget-old-searches';
import { sweepIndex } from './use-cases/sweep-index';

type Needs = Parameters<typeof sweepIndex>[0] & Parameters<typeof forgetOldSearches>[0];

const dayMs = 86_400_000;

/** How far the sweep has come stands in the document of its job. */
export const sweepJob = 'catalog.sweep';

/** The timed work of the catalogue. */
export const catalogJobs = (needs: Needs): readonly Job[] => [
  { name: sweepJob, everyMs: 0, run: sweepIndex(needs) },
  { name: 'catalog.forget-old-searches', everyMs: dayMs, run: forgetOldSearches(needs) },
];
