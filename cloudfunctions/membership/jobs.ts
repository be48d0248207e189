import type { Job } from '../kernel/job';
import type { Clock, Forget } from './ports';
import { checkPatrons } from './use-cases/check-patrons';
import { hashInitialPins } from './use-cases/hash-initial-pins';

type Needs = Parameters<typeof hashInitialPins>[0] &
  Parameters<typeof checkPatrons>[0] & { readonly forget: Forget; readonly now: Clock };

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** How far the walk has come stands in the document of its job. */
export const patronWalkJob = 'membership.check-patrons';

/** The timed work of cards and WeChats. */
export const cardJobs = (needs: Needs): readonly Job[] => [
  { name: 'membership.hash-pins', everyMs: 10 * minuteMs, run: hashInitialPins(needs) },
  { name: patronWalkJob, everyMs: 60 * minuteMs, run: checkPatrons(needs) },
  { name: 'membership.forget', everyMs: dayMs, run: () => needs.forget(needs.now()) },
];
