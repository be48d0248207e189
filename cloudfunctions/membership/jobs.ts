import type { Clock } from '../kernel/clock';
import { documentRange, type DocumentFault, type FaultList } from '../kernel/document-fault';
import type { Job } from '../kernel/job';
import type { Forget } from './ports/binding';
import { checkPatrons } from './use-cases/card/check-patrons';
import { finishUnbindings } from './use-cases/card/finish-leaving';
import { hashInitialPins } from './use-cases/card/hash-initial-pins';

type Needs = Parameters<typeof hashInitialPins>[0] &
  Parameters<typeof checkPatrons>[0] &
  Parameters<typeof finishUnbindings>[0] & { readonly forget: Forget; readonly now: Clock };

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** How far the walk has come stands in the document of its job. */
export const patronWalkJob = 'membership.check-patrons';

/** The timed work of cards and WeChats. */
export const cardJobs = (needs: Needs): readonly Job[] => [
  { name: 'membership.hash-pins', everyMs: 10 * minuteMs, run: hashInitialPins(needs) },
  { name: 'membership.finish-unbindings', everyMs: 30 * minuteMs, run: finishUnbindings(needs) },
  { name: patronWalkJob, everyMs: 60 * minuteMs, run: checkPatrons(needs) },
  { name: 'membership.forget', everyMs: dayMs, run: () => needs.forget(needs.now()) },
];

type ApplicationNeeds = {
  readonly clearProofs: () => Promise<void | 'more'>;
  readonly rotateKeys: () => Promise<void>;
  readonly checkCategories: () => Promise<readonly DocumentFault[]>;
  readonly checkStaffCodes: () => Promise<readonly DocumentFault[]>;
  readonly faults: FaultList;
};

/** The timed work of applications, of the categories that they are for, and of the keys that sign digital cards. */
export const applicationJobs = (needs: ApplicationNeeds): readonly Job[] => [
  { name: 'membership.clear-proofs', everyMs: 15 * minuteMs, run: needs.clearProofs },
  { name: 'membership.rotate-keys', everyMs: dayMs, run: needs.rotateKeys },
  {
    name: 'membership.check-categories',
    everyMs: 60 * minuteMs,
    run: async () => {
      await needs.faults.renewRange(documentRange('patron_categories', ''), await needs.checkCategories());
      await needs.faults.renewRange(documentRange('staff_codes', ''), await needs.checkStaffCodes());
    },
  },
];
