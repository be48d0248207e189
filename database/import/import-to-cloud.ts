import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { cloudCatalogue } from '../../cloudfunctions/catalog/adapters/cloud-catalogue';
import { cloudCopiesTold } from '../../cloudfunctions/circulation/adapters/cloud-copy-standings';
import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { everyDocument } from '../../cloudfunctions/kernel/wechat/cloud-records';
import { cloudReindexRequests } from '../../cloudfunctions/catalog/adapters/cloud-reindex-requests';
import { cloudStatistics } from '../../cloudfunctions/catalog/adapters/cloud-sweep-state';
import { cloudIndexedWorks } from '../../cloudfunctions/catalog/adapters/cloud-indexed-works';
import {
  buildWholeIndex,
  type WholeIndexNeeds,
} from '../../cloudfunctions/catalog/use-cases/build-whole-index';
import { libraryDay } from '../../cloudfunctions/kernel/library-day';
import { openCloud } from '../../local/cloud/open-cloud';
import { type Workbench, workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { wxDatabase } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import { reindex, requests } from '../reindex';
import type { ImportArguments } from './arguments';
import { branchFinder, type KnownBranch } from './documents/branches';
import { takeTurn } from './import-turn';
import type { ReadBook } from './read-books';
import { emptyReport, type Report } from './report';
import { runImport, type ImportParts } from './run-import';
import { bookSink } from './writing/book-sink';
import { changedBooks } from './writing/changed-books';
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
  readonly parts: Omit<ImportParts<ReadBook>, 'sink'>;
  /** Hears what was written, before the index follows. */
  readonly onWritten: (report: Report) => Promise<void>;
  /** Hears that another import is at work on the folder, and of the file that says so. */
  readonly onWaiting: (file: string) => void;
  /** Hears of each indexing run, with the requests still waiting. */
  readonly onIndexing: (waiting: number) => void;
  /** Hears of the whole index, built at once. */
  readonly onIndexed: (done: number, all: number) => void;
};

const wholeIndexNeeds = (now: () => Date): WholeIndexNeeds => {
  const database = wxDatabase();
  return {
    catalogue: cloudCatalogue(database, cloudCopiesTold(database, now)),
    indexedWorks: cloudIndexedWorks(database),
    statistics: cloudStatistics(database),
    faults: cloudFaults(database, now),
    script: chineseScript,
    nextTurn,
  };
};

/** Thousands in one request come near the time that the SDK waits for its answer. */
const removedAtOnce = 500;

/** Builds the whole index here, and takes back what had been asked for before: it is done with that. */
const indexAll = async (now: () => Date, { parts, onIndexed }: CloudImport): Promise<void> => {
  const database = wxDatabase();
  const asked = await everyDocument<{ readonly _id: string }>(database, requests, {});
  const isWhole = await buildWholeIndex(wholeIndexNeeds(now), onIndexed, parts.stop);
  const ids = isWhole ? asked.map(({ _id }) => _id) : [];
  for (let start = 0; start < ids.length; start += removedAtOnce)
    await cloudReindexRequests(database, now).remove(ids.slice(start, start + removedAtOnce));
};

const importInTurn = async (options: CloudImport): Promise<Report> => {
  const { given, parts, onWritten, onIndexing } = options;
  const cloud = await openCloud({ dataFolder: resolve(given.dataFolder) });
  try {
    const database = connectDatabase(cloud.environment);
    const workbench = workbenchAt(cloud.url);
    const now = await cloudClock(workbench);
    const { kept, updateStatus } = given;
    const { announce, changed } = changedBooks(database);
    const sink = cloudSink({ database, today: libraryDay(now()), kept, updateStatus, announce });
    const findBranch = branchFinder(given.branches, await knownBranches(database));
    const report = await runImport(given.files, { ...parts, sink: bookSink(sink, findBranch) });
    await onWritten(report);
    if (parts.stop.aborted) return report;
    const isAllAskedFor = changed() === 'all' || (await database.find(requests, ['all'])).length > 0;
    if (isAllAskedFor) await indexAll(now, options);
    else await reindex(workbench, changed(), { onRun: onIndexing, stop: parts.stop });
    return report;
  } finally {
    await cloud.close();
  }
};

/**
 * Imports into the embedded cloud of the data folder (the running one, else one started for as long as it takes), and
 * has its search index follow, also what an earlier import that was killed left to do. Imports into one folder go one
 * after the other. One that is told to stop leaves the rest to the next.
 */
export const importToCloud = async (options: CloudImport): Promise<Report> => {
  const { given, parts, onWaiting, onWritten } = options;
  const turn = await takeTurn(resolve(given.dataFolder), onWaiting, parts.stop);
  if (turn !== null) return importInTurn(options).finally(() => turn.release());
  const report: Report = { ...emptyReport(), interrupted: true };
  await onWritten(report);
  return report;
};
