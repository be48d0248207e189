import { documentRange, type DocumentFault, type FaultList } from '../kernel/document-fault';
import type { Job } from '../kernel/job';
import { passOnLapsed } from './use-cases/holds/pass-on-lapsed';
import { tellWatchers } from './use-cases/holds/tell-watchers';
import { checkRecords } from './use-cases/records/check-records';
import { askOpenPayments } from './use-cases/fines/ask-open-payments';
import { walkLoans, type WalkNeeds } from './use-cases/loans/walk-loans';

type ShelfNeeds = Parameters<typeof passOnLapsed>[0] & Parameters<typeof tellWatchers>[0];

const minuteMs = 60_000;

/** The timed work of holds: copies that were not fetched pass on, and who asked hears that a copy is back. */
export const holdJobs = (needs: ShelfNeeds): readonly Job[] => [
  {
    name: 'circulation.pass-on-copies',
    everyMs: 30 * minuteMs,
    run: async () => {
      const steps = [await passOnLapsed(needs)(), await tellWatchers(needs)()];
      return steps.includes('more') ? 'more' : undefined;
    },
  },
];

type PolicyNeeds = {
  readonly checkPolicies: () => Promise<readonly DocumentFault[]>;
  readonly checkSettings: () => Promise<readonly DocumentFault[]>;
  readonly faults: FaultList;
};

const settingsRead = ['settings/circulation', 'settings/payments'];

/** Mistakes in policies and settings go on the list that librarians look at. */
export const policyJobs = ({ checkPolicies, checkSettings, faults }: PolicyNeeds): readonly Job[] => [
  {
    name: 'circulation.check-policies',
    everyMs: 60 * minuteMs,
    run: async () => {
      await faults.renewRange(documentRange('policies', ''), await checkPolicies());
      await faults.renew(settingsRead, await checkSettings());
    },
  },
];

/** How far it has come stands in the document of this job. */
export const recordCheckJob = 'circulation.check-records';

/** What nobody can read in what functions keep goes on that list too. */
export const recordJobs = (needs: Parameters<typeof checkRecords>[0]): readonly Job[] => [
  { name: recordCheckJob, everyMs: 60 * minuteMs, run: checkRecords(needs) },
];

/** What was paid is settled, and what nobody pays is closed, though no notice of it came. */
export const paymentJobs = (needs: Parameters<typeof askOpenPayments>[0]): readonly Job[] => [
  { name: 'circulation.ask-payments', everyMs: 15 * minuteMs, run: askOpenPayments(needs) },
];

/** Its progress stands under this name too. */
export const walkJob = 'circulation.walk-loans';

/** Reminders, auto-renewal, and the day on which what has ended forgets whose it was. */
export const loanJobs = (
  needs: WalkNeeds & { readonly forgetBorrowers: () => Promise<void> },
): readonly Job[] => [
  { name: walkJob, everyMs: 15 * minuteMs, run: walkLoans(needs) },
  { name: 'circulation.forget-borrowers', everyMs: 24 * 60 * minuteMs, run: needs.forgetBorrowers },
];
