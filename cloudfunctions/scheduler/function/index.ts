import { chineseScript } from '../../catalog/adapters/chinese-script';
import { cloudCatalogue } from '../../catalog/adapters/cloud-catalogue';
import { cloudFaults } from '../../catalog/adapters/cloud-faults';
import { cloudReindexRequests } from '../../catalog/adapters/cloud-reindex-requests';
import { cloudSearchCounts } from '../../catalog/adapters/cloud-search-counts';
import { cloudStatistics, cloudSweepState, sweep } from '../../catalog/adapters/cloud-sweep-state';
import { cloudWorkShelf } from '../../catalog/adapters/cloud-work-shelf';
import { forgetOldSearches } from '../../catalog/use-cases/forget-old-searches';
import { sweepIndex } from '../../catalog/use-cases/sweep-index';
import { wxDatabase } from '../../kernel/wx-cloud';
import { wxFunction } from '../../kernel/wx-platform';
import { checkLibrary } from '../../library/adapters/check-library';
import { listFaults } from '../../library/use-cases/list-faults';
import { cloudLeases } from '../adapters/cloud-leases';
import { scheduler } from '../contract';
import { runJobs } from '../use-cases/run-jobs';

const hour = 3_600_000;
const day = 24 * hour;

const database = wxDatabase();
const now = () => new Date();
const catalogNeeds = {
  now,
  script: chineseScript,
  catalogue: cloudCatalogue(database),
  shelf: cloudWorkShelf(database),
  faults: cloudFaults(database, now),
  state: cloudSweepState(database),
  statistics: cloudStatistics(database),
  requests: cloudReindexRequests(database, now),
  counts: cloudSearchCounts(database),
};

const run = wxFunction(scheduler, {
  run: runJobs({
    now,
    leases: cloudLeases(database),
    log: (line) => {
      console.log(JSON.stringify(line));
    },
    jobs: [
      { name: sweep, everyMs: 0, run: sweepIndex(catalogNeeds) },
      { name: 'catalog.forget-old-searches', everyMs: day, run: forgetOldSearches(catalogNeeds) },
      {
        name: 'library.list-faults',
        everyMs: hour,
        run: listFaults(checkLibrary(database), catalogNeeds.faults),
      },
    ],
  }),
});

/** Whatever the event says: who called is told by the platform, and only its timer may. */
export const main = (_event: unknown, context: Parameters<typeof run>[1]) => run({ action: 'run' }, context);
