import { workbenchAt, type Workbench } from '../../local/cloud/workbench/workbench-client';
import { startCloud, type Cloud } from '../../local/cloud/start-cloud';
import { until } from '../cloud/test-cloud';
import { fileWith, newFolder } from './read-file';
import { reportOf, runImport, startImport } from './running-import';

// Whole imports of some thousand books, each killed in the middle and run again.
jest.setTimeout(300_000);

let cloud: Cloud;
let workbench: Workbench;
let dataFolder: string;
beforeEach(async () => {
  dataFolder = newFolder();
  cloud = await startCloud({ dataFolder, firesTimers: false });
  workbench = workbenchAt(cloud.url);
});
afterEach(() => cloud.close());

/** Rarely two titles have a pair of characters in common, so a search for one finds that one soon. */
const titleOf = (n: number): string =>
  [n, n * 7, n * 13, n * 31].map((at) => String.fromCodePoint(0x4e00 + ((at * 37) % 20_000))).join('');
const lines = (count: number): string =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `k${n}`, title: titleOf(n), barcode: `b${n}`, branch: 'main' }),
  ).join('\n');

const isFound = async (n: number): Promise<boolean> => {
  const data = { action: 'search', input: { query: titleOf(n) } };
  const { result } = await workbench.call({ openid: 'o-reader', function: 'catalog', data });
  const { value } = result as { value: { results: { bookId: string }[] } };
  return value.results[0]?.bookId === `k${n}`;
};

const missing = async (numbers: readonly number[]): Promise<number[]> => {
  const lost: number[] = [];
  for (const n of numbers) if (!(await isFound(n))) lost.push(n);
  return lost;
};

const killWhen = async (file: string, isReached: () => Promise<boolean>): Promise<void> => {
  const { child, ended } = startImport('--data', dataFolder, file);
  await until(isReached, 2_000);
  child.kill('SIGKILL');
  expect(await ended).toMatchObject({ signal: 'SIGKILL' });
};

const sample = (count: number): number[] =>
  Array.from({ length: 12 }, (_, i) => Math.floor((i * count) / 12));
const has = (collection: string, least: number) => async () => (await workbench.count(collection)) >= least;

test.each([
  ['the first books were written', 'books', 1, 600],
  ['all books were written', 'copies', 600, 600],
  ['the first books were indexed', 'catalog_index', 1, 600],
  ['the whole index was begun, for so many books', 'catalog_index', 1, 5_600],
])(
  'killed when %s: the next import of the file makes every book findable',
  async (_, collection, least, count) => {
    const file = fileWith(lines(count));
    await killWhen(file, has(collection, least));
    const again = await runImport('--data', dataFolder, file);
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining(`读到 ${count} 条`)]);
    expect(await missing(sample(count))).toEqual([]);
    expect([await workbench.count('catalog_index'), await workbench.count('reindex_requests')]).toEqual([
      count,
      0,
    ]);
  },
);

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s: it reports what it did so far and ends with %d', async (signal, code) => {
  const file = fileWith(lines(600));
  const { child, ended } = startImport('--data', dataFolder, file);
  await until(has('books', 1), 2_000);
  child.kill(signal);
  const result = await ended;
  const report = reportOf(result);
  expect([result.code, report.interrupted]).toEqual([code, true]);
  expect(report.added).toBe(await workbench.count('books'));
  expect(result.stderr).toContain('已中断');
  expect(await runImport('--data', dataFolder, file)).toMatchObject({ code: 0 });
  expect(await missing(sample(600))).toEqual([]);
});
