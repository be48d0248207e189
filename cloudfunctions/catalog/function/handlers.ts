import type { Clock } from '../../kernel/clock';
import type { Handlers } from '../../kernel/serve';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { wxLog } from '../../kernel/wechat/wx-platform';
import { chineseScript } from '../adapters/chinese-script';
import { cloudCatalogue } from '../adapters/cloud-catalogue';
import { cloudCopyStandings, cloudCopiesTold } from '../../circulation/adapters/cloud-copy-standings';
import { cloudEditions } from '../adapters/cloud-editions';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { cloudSearchCounts } from '../adapters/cloud-search-counts';
import { cloudArrivals, cloudWorkIndex } from '../adapters/cloud-work-index';
import { cloudIndexedWorks } from '../adapters/cloud-indexed-works';
import type { catalog } from '../contract';
import { listHotSearches } from '../use-cases/list-hot-searches';
import { listNewArrivals } from '../use-cases/list-new-arrivals';
import { searchCatalogue } from '../use-cases/search-catalogue';
import { showBook } from '../use-cases/show-book';
import { suggestCompletions } from '../use-cases/suggest-completions';

/** Every action of this function on a database; tests serve the very same. */
export const catalogHandlers = (database: Database, now: Clock): Handlers<typeof catalog> => {
  const needs = {
    now,
    log: wxLog,
    script: chineseScript,
    index: cloudWorkIndex(database, now),
    arrivals: cloudArrivals(database),
    catalogue: cloudCatalogue(database, cloudCopiesTold(database, now)),
    indexedWorks: cloudIndexedWorks(database),
    faults: cloudFaults(database, now),
    editions: cloudEditions(database),
    counts: cloudSearchCounts(database),
    standings: cloudCopyStandings(database),
  };
  return {
    search: searchCatalogue(needs),
    suggest: suggestCompletions(needs),
    book: showBook(needs),
    newArrivals: listNewArrivals(needs),
    hotSearches: listHotSearches(needs),
  };
};
