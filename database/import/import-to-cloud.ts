import { resolve } from 'node:path';
import { cloudCatalogue } from '../../cloudfunctions/catalog/adapters/cloud-catalogue';
import { cloudFaults } from '../../cloudfunctions/catalog/adapters/cloud-faults';
import { cloudStatistics } from '../../cloudfunctions/catalog/adapters/cloud-sweep-state';
import { cloudWorkShelf } from '../../cloudfunctions/catalog/adapters/cloud-work-shelf';
import { libraryDay } from '../../cloudfunctions/kernel/library-day';
import { openCloud } from '../../local/cloud/open-cloud';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { wxDatabase } from '../../cloudfunctions/kernel/wx-cloud';
import { buildFirstIndex, type FirstIndexNeeds } from '../first-index';
import { changeCollector, reindex } from '../reindex';
import type { ImportArguments } from './arguments';
import { branchFinder, type KnownBranch } from './documents/branches';
import type { Report } from './report';
import { runImport, type ImportParts } from './run-import';
import { connectDatabase, type CloudDatabase } from './writing/cloud-database';
import { cloudSink } from './writing/cloud-sink';

/** The cloud's own clock, which may have been moved. */
const cloudClock = async (workbench: Workbench): Promise<() => Date> => {
  const { offsetMs } = await workbench.clock();
  return () => new Date(Date.now() + offsetMs);
};

const knownBranches = async (database: CloudDatabase): Promise<KnownBranch[]> =>
  (await database.list('branches', 100)).map(({ _id, name }) => ({
    _id,
    name: typeof name === 'string' ? name : undefined,
  }));

export type CloudImport = {
  readonly given: ImportArguments;
  readonly parts: Omit<ImportParts, 'sink' | 'findBranch'>;
  /** Hears what was written, before the index follows. */
  readonly onWritten: (report: Report) => Promise<void>;
  /** Hears of each indexing run, with the requests still waiting. */
  readonly onIndexing: (waiting: number) => void;
  /** Hears of the first index, built at once. */
  readonly onIndexed: (done: number, all: number) => void;
};

const firstIndexNeeds = (now: () => Date): FirstIndexNeeds => {
  const database = wxDatabase();
  return {
    catalogue: cloudCatalogue(database),
    shelf: cloudWorkShelf(database),
    statistics: cloudStatistics(database),
    faults: cloudFaults(database, now),
  };
};

/**
 * Imports into the embedded cloud of the data folder (the running one, else one started for as long as it takes), and
 * has its search index follow.
 */
export const importToCloud = async (options: CloudImport): Promise<Report> => {
  const { given, parts, onWritten, onIndexing, onIndexed } = options;
  const cloud = await openCloud({ dataFolder: resolve(given.dataFolder) });
  try {
    const database = connectDatabase(cloud.environment);
    const workbench = workbenchAt(cloud.url);
    const wasIndexed = (await database.list('catalog_index', 1)).length > 0;
    const collector = changeCollector();
    const { kept, updateStatus } = given;
    const onChanged = (bookId: string): void => collector.add(bookId);
    const now = await cloudClock(workbench);
    const today = libraryDay(now());
    const sink = cloudSink({ database, today, kept, updateStatus, onChanged });
    const findBranch = branchFinder(given.branches, await knownBranches(database));
    const report = await runImport(given.files, { ...parts, findBranch, sink });
    await onWritten(report);
    const changed = collector.changed();
    if (changed === 'all' && !wasIndexed) await buildFirstIndex(firstIndexNeeds(now), onIndexed);
    else await reindex(workbench, changed, onIndexing);
    return report;
  } finally {
    await cloud.close();
  }
};
