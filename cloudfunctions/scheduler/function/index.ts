import { chineseScript } from '../../catalog/adapters/chinese-script';
import { cloudCatalogue } from '../../catalog/adapters/cloud-catalogue';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { cloudReindexRequests } from '../../catalog/adapters/cloud-reindex-requests';
import { cloudSearchCounts } from '../../catalog/adapters/cloud-search-counts';
import { cloudStatistics, cloudSweepState } from '../../catalog/adapters/cloud-sweep-state';
import { cloudIndexedWorks } from '../../catalog/adapters/cloud-indexed-works';
import { catalogJobs, sweepJob } from '../../catalog/jobs';
import { wxDatabase, wxPay } from '../../kernel/wechat/wx-cloud';
import { wxFunction, wxLog } from '../../kernel/wechat/wx-platform';
import { checkLibrary } from '../../library/adapters/check-library';
import { libraryJobs } from '../../library/jobs';
import { cloudCardRecords } from '../../membership/adapters/cloud-card-records';
import { cloudForgetting } from '../../membership/adapters/cloud-forgetting';
import { cloudClearCard, cloudLeaving } from '../../membership/adapters/cloud-leaving';
import { cloudInitialPins, cloudPatronWalk } from '../../membership/adapters/cloud-patron-walk';
import { cloudSigningKeys } from '../../membership/adapters/cloud-signing-keys';
import { pseudonymWithin } from '../../membership/adapters/cloud-pseudonyms';
import { scryptPins } from '../../membership/adapters/scrypt-pins';
import { applicationJobs, cardJobs, patronWalkJob } from '../../membership/jobs';
import { wxStorage } from '../../kernel/wechat/wx-storage';
import { cloudApplicationReads, cloudApplicationRecords } from '../../membership/adapters/cloud-applications';
import { checkCategories, cloudCategories } from '../../membership/adapters/cloud-categories';
import { checkStaffCodes } from '../../membership/adapters/cloud-staff';
import { clearProofs } from '../../membership/use-cases/applications/clear-proofs';
import { checkPolicies, checkSettings } from '../../circulation/adapters/cloud-policies';
import { cloudCopiesTold } from '../../circulation/adapters/cloud-copy-standings';
import { circulationSurroundings } from '../../circulation/function/surroundings';
import {
  holdJobs,
  loanJobs,
  policyJobs,
  recordCheckJob,
  paymentJobs,
  recordJobs,
  walkJob,
} from '../../circulation/jobs';
import { cloudRecordCheck } from '../../circulation/adapters/cloud-record-check';
import { cloudForgetBorrowers } from '../../circulation/adapters/cloud-forget-borrowers';
import { cloudFineReads, cloudFines, cloudOpenPayments } from '../../circulation/adapters/cloud-fines';
import { cloudPay } from '../../circulation/adapters/cloud-pay';
import { cloudWalk } from '../../circulation/adapters/cloud-walk';
import { tellOnce } from '../../kernel/wechat/cloud-messages';
import { cloudPatronsOf } from '../../membership/adapters/cloud-patrons';
import { cloudLeases } from '../adapters/cloud-leases';
import { scheduler } from '../contract';
import { runJobs } from '../use-cases/run-jobs';

const database = wxDatabase();
const now = () => new Date();
const catalogNeeds = {
  now,
  script: chineseScript,
  catalogue: cloudCatalogue(database, cloudCopiesTold(database, now)),
  indexedWorks: cloudIndexedWorks(database),
  faults: cloudFaults(database, now),
  state: cloudSweepState(database, sweepJob),
  statistics: cloudStatistics(database),
  requests: cloudReindexRequests(database, now),
  counts: cloudSearchCounts(database),
};

const cardNeeds = {
  now,
  faults: catalogNeeds.faults,
  initialPins: cloudInitialPins(database),
  pins: scryptPins(),
  withRecords: cloudCardRecords(database, now),
  walk: cloudPatronWalk(database, patronWalkJob),
  forget: cloudForgetting(database),
  leaving: cloudLeaving(database),
  clearCard: cloudClearCard(database, now),
};

const loanNeeds = {
  ...circulationSurroundings(database, now),
  walk: cloudWalk(database, walkJob, cloudPatronsOf(database)),
  tell: (messages: Parameters<typeof tellOnce>[1]) => tellOnce(database, messages),
  forgetBorrowers: cloudForgetBorrowers(database, now),
};

const run = wxFunction(scheduler, {
  run: runJobs({
    now,
    leases: cloudLeases(database),
    log: wxLog,
    jobs: [
      ...catalogJobs(catalogNeeds),
      ...libraryJobs({ check: checkLibrary(database), faults: catalogNeeds.faults }),
      ...cardJobs(cardNeeds),
      ...holdJobs(loanNeeds),
      ...loanJobs(loanNeeds),
      ...paymentJobs({
        now,
        log: wxLog,
        openPayments: cloudOpenPayments(database),
        inFines: cloudFines(database, pseudonymWithin, now),
        reads: cloudFineReads(database),
        platform: cloudPay(database, wxPay()),
        faults: catalogNeeds.faults,
      }),
      ...recordJobs({ check: cloudRecordCheck(database, recordCheckJob), faults: catalogNeeds.faults }),
      ...policyJobs({
        checkPolicies: checkPolicies(database, cloudCategories(database)),
        checkSettings: checkSettings(database),
        faults: catalogNeeds.faults,
      }),
      ...applicationJobs({
        clearProofs: clearProofs({
          now,
          reads: cloudApplicationReads(database, now),
          withApplications: cloudApplicationRecords(database, now),
          files: wxStorage(),
        }),
        rotateKeys: () => cloudSigningKeys(database, now).rotate(),
        checkCategories: checkCategories(database),
        checkStaffCodes: checkStaffCodes(database),
        faults: catalogNeeds.faults,
      }),
    ],
  }),
});

const triggerOf = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'TriggerName' in event ? event.TriggerName : undefined;

/**
 * Whatever the event says, who called is told by the platform, and only its timer may. Which of its triggers it was
 * only chooses the jobs.
 */
export const main = (event: unknown, context: Parameters<typeof run>[1]) =>
  run({ action: 'run', input: { isBetween: triggerOf(event) === 'between-sweeps' } }, context);
