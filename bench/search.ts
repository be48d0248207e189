import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BookRecord } from '../cloudfunctions/catalog/domain/works/book-record';
import { startCloudProcess } from '../local/cloud/start-cloud-process';
import { workbenchAt } from '../local/cloud/workbench/workbench-client';
import { runCommand, UsageError } from '../local/command-line';
import { scanWithRegExp, searchFullText } from './search/anchors';
import { readCatalogue } from './search/catalogue-file';
import { fillCloud } from './search/fill-cloud';
import { readQueries, type KnownItem } from './search/queries';
import { scoresOf, type Answered } from './search/scores';
import { searchCloud } from './search/search-client';
import { catalogueOfSize } from './search/sized-catalogue';
import { sweepRuns } from './search/sweep-runs';

const usage = `usage: npm run bench:search -- --catalogue FILE --queries FILE [--sizes 10000,200000,1000000]
  searches a fresh cloud of each size through the deployed function; prints JSON lines`;

/** As many instances as the cloud keeps of a function. */
const instances = 4;
/** A scan takes seconds at a million records: so many queries tell its hits well enough. */
const maxScans = 16;

/** Runs of the sweep that are measured; a day has 288. */
const sweeps = 6;

const say = (words: string) => process.stderr.write(`${words}\n`);
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const bytesOn = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

const searchAll = async (url: string, items: readonly KnownItem[]): Promise<Answered[]> => {
  const answers: Answered[] = [];
  for (const item of items) {
    const found = await searchCloud(url, { query: item.query, pageSize: 10 });
    const { editions, ms, read, calls, refusal } = found;
    if (refusal !== undefined) throw new Error(`${item.query}: ${refusal}`);
    answers.push({ item, editions, ms, read, calls });
  }
  return answers;
};

/** Wakes every instance, so that what is measured is a warm search, and the memory that of all of them. */
const wakeInstances = async (url: string, items: readonly KnownItem[]): Promise<void> => {
  for (const item of items.slice(0, 12))
    await Promise.all(
      Array.from({ length: instances }, () => searchCloud(url, { query: item.query, pageSize: 10 })),
    );
};

/** Fills a cloud, then starts it anew on its data: what it needs then is without what the import took. */
const fillAndReopen = async (dataFolder: string, books: readonly BookRecord[]) => {
  const started = performance.now();
  const filled = await startCloudProcess({ dataFolder, firesTimers: false });
  const works = await fillCloud(filled, books, say);
  const fillMs = Math.round(performance.now() - started);
  await filled.close();
  const reopened = performance.now();
  const cloud = await startCloudProcess({ dataFolder, firesTimers: false });
  return { works, fillMs, cloud, readyMs: Math.round(performance.now() - reopened) };
};

const benchSize = async (books: readonly BookRecord[], items: readonly KnownItem[]): Promise<void> => {
  const size = books.length;
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const { works, fillMs, cloud, readyMs } = await fillAndReopen(dataFolder, books);
  try {
    await wakeInstances(cloud.url, items);
    const scores = scoresOf(await searchAll(cloud.url, items));
    const { residentBytes } = await workbenchAt(cloud.url).state();
    const diskBytesPerRecord = Math.round((await bytesOn(dataFolder)) / size);
    print({
      engine: 'catalog.search',
      size,
      works,
      ...scores,
      diskBytesPerRecord,
      residentBytes,
      fillMs,
      readyMs,
    });
    print({ engine: 'catalog sweep', size, ...(await sweepRuns(cloud.url, sweeps)) });
    let unanswered = 0;
    const scan = await scanWithRegExp(cloud.environment, items.slice(0, maxScans), (words) => {
      unanswered += 1;
      say(words);
    });
    print({ engine: 'RegExp scan in the same cloud', size, unanswered, ...scoresOf(scan) });
    print({ engine: 'SQLite FTS5 in process', size, ...scoresOf(await searchFullText(books, items)) });
  } finally {
    await cloud.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
};

runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      catalogue: { type: 'string' },
      queries: { type: 'string' },
      sizes: { type: 'string', default: '10000,200000,1000000' },
    },
  });
  if (values.catalogue === undefined || values.queries === undefined)
    throw new UsageError('--catalogue and --queries are needed');
  const items = await readQueries(values.queries);
  const books = await readCatalogue(values.catalogue);
  const targets = new Set(items.flatMap((item) => [...item.targets]));
  for (const size of values.sizes.split(',').map(Number))
    await benchSize(catalogueOfSize(books, size, targets), items);
  return 0;
});
