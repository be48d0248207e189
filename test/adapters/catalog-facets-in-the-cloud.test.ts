import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { storedWork } from '../../cloudfunctions/catalog/adapters/stored-work';
import type { BookRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import { writeFrequencies } from '../../cloudfunctions/catalog/domain/terms/term-frequencies';
import type { HeldBook } from '../../cloudfunctions/catalog/domain/works/edition';
import { workDocuments } from '../../cloudfunctions/catalog/domain/works/work-document';
import { type Cloud, startCloud } from '../../local/cloud/start-cloud';

type Facets = {
  readonly language?: string;
  readonly clc?: string;
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly branchId?: string;
  readonly availableNow?: boolean;
};
type Answer = {
  readonly result: {
    readonly value: {
      readonly results: readonly { readonly workId: string; readonly editionIds: readonly string[] }[];
      readonly total: { readonly count: number; readonly isExact: boolean };
      readonly cursor: string | null;
    };
  };
  readonly read: number;
  readonly calls: number;
};

/** On a busy machine. */
jest.setTimeout(60_000);

const works = 3200;
/** Two works have the title alone. */
const isExactTitle = (i: number) => i === 700 || i === 1801;

const record = (i: number, more: Partial<BookRecord> & { readonly bookId: string }): BookRecord => ({
  title: isExactTitle(i) ? '中国' : `中国故事${i}`,
  authors: [`作者${i}`],
  publisher: null,
  year: i % 90 === 3 ? null : 1950 + ((i * 7) % 70),
  isbns: [],
  language: i % 400 === 0 ? 'ja' : i % 3 === 0 ? 'en' : 'zh',
  subjects: [],
  clc: i % 640 === 7 ? 'C912.82' : (['I247.5', 'I247.57', 'K20', 'TP312', null][i % 5] ?? null),
  callNumber: i % 640 === 7 ? `C912.82/${i}` : null,
  summary: null,
  addedOn: null,
  ...more,
});

const copy = (bookId: string, branchId: string, isFree: boolean, loans: number) => ({
  barcode: `${bookId}-${branchId}`,
  bookId,
  branchId,
  shelf: null,
  callNumber: null,
  status: isFree ? ('available' as const) : ('on-loan' as const),
  dueOn: null,
  loans,
});

const editionsOf = (i: number): HeldBook[] => {
  const bookId = `b${i}`;
  const copies = [
    copy(bookId, 'main', i % 6 === 0, (i * 37) % works),
    ...(i % 2 === 0 ? [copy(bookId, 'east', i % 4 === 0, 0)] : []),
    ...(i % 3 === 0 ? [copy(bookId, 'west', false, 0)] : []),
    ...(i % 7 === 0 ? [copy(bookId, 'medicine', i % 11 === 0, 0)] : []),
    ...(i % 290 === 1 ? [copy(bookId, 'law', i % 580 === 1, 0)] : []),
  ];
  const first = { book: record(i, { bookId }), copies };
  if (i % 40 !== 5) return [first];
  const second = record(i, { bookId: `${bookId}-2`, year: 1941, language: 'fr', clc: 'Z8' });
  return [first, { book: second, copies: [copy(second.bookId, 'east', true, 0)] }];
};

const held = Array.from({ length: works }, (_, i) => editionsOf(i));

const isIn = ({ book, copies }: HeldBook, facets: Facets): boolean => {
  const { language, clc, yearFrom, yearTo, branchId, availableNow } = facets;
  if (language !== undefined && book.language !== language) return false;
  if (clc !== undefined && !book.clc?.startsWith(clc)) return false;
  if (yearFrom !== undefined && (book.year === null || book.year < yearFrom)) return false;
  if (yearTo !== undefined && (book.year === null || book.year > yearTo)) return false;
  if (branchId === undefined && !availableNow) return true;
  return copies.some(
    (one) =>
      (branchId === undefined || one.branchId === branchId) && (!availableNow || one.status === 'available'),
  );
};

const loansOf = (i: number) => (i * 37) % works;
const yearOf = (i: number) => Math.max(0, ...(held[i] ?? []).map(({ book }) => book.year ?? 0));
const compareBy = {
  best: (a: number, b: number) =>
    Number(isExactTitle(b)) - Number(isExactTitle(a)) || loansOf(b) - loansOf(a),
  newest: (a: number, b: number) => yearOf(b) - yearOf(a) || loansOf(b) - loansOf(a),
  'most-borrowed': (a: number, b: number) => loansOf(b) - loansOf(a),
} as const;
type Sort = keyof typeof compareBy;

/** What a search that reads every work would answer. */
const fullScan = (facets: Facets, sort: Sort): string[] =>
  held
    .flatMap((editions, i) => (editions.some((one) => isIn(one, facets)) ? [i] : []))
    .toSorted(compareBy[sort])
    .map((i) => `b${i}`);

const folder = mkdtempSync(join(tmpdir(), 'catalog-facets-'));
let cloud: Cloud;

const insert = async (collection: string, documents: readonly object[]) => {
  const response = await fetch(`${cloud.url}/workbench/collections/${collection}/import?mode=insert`, {
    method: 'POST',
    body: documents.map((document) => JSON.stringify(document)).join('\n'),
  });
  expect(await response.json()).toMatchObject({ errors: [] });
};

const search = async (input: object): Promise<Answer> => {
  const body = JSON.stringify({ openid: 'o-ann', function: 'catalog', data: { action: 'search', input } });
  return (await (await fetch(`${cloud.url}/workbench/call`, { method: 'POST', body })).json()) as Answer;
};

const threePages = async (input: object) => {
  const shown: string[] = [];
  let total: unknown;
  let cursor: string | null | undefined;
  for (let page = 0; page < 3 && cursor !== null; page += 1) {
    const { result, read, calls } = await search({ ...input, ...(cursor ? { cursor } : {}), pageSize: 30 });
    expect(read).toBeLessThanOrEqual(1000);
    expect(calls).toBeLessThanOrEqual(4);
    shown.push(...result.value.results.map(({ editionIds }) => editionIds.toSorted()[0] ?? ''));
    total ??= result.value.total;
    cursor = result.value.cursor;
  }
  return { shown, total };
};

beforeAll(async () => {
  cloud = await startCloud({ dataFolder: folder, firesTimers: false });
  const documents = [...workDocuments(held.flat(), chineseScript)];
  const counts = new Map<string, number>();
  for (const term of documents.flatMap(({ terms }) => terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (let start = 0; start < documents.length; start += 800)
    await insert('catalog_index', documents.slice(start, start + 800).map(storedWork));
  await insert('catalog_statistics', [{ _id: 'current', frequent: writeFrequencies(counts), books: works }]);
}, 120_000);

afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

describe.each(['best', 'newest', 'most-borrowed'] as const)(
  'two characters that all works have, %s',
  (sort) => {
    test.each<Facets>([
      {},
      { language: 'en' },
      { language: 'ja' },
      { language: 'fr' },
      { clc: 'I' },
      { clc: 'I247.57' },
      { clc: 'C9' },
      { yearFrom: 2015 },
      { yearTo: 1951 },
      { yearFrom: 1980, yearTo: 1980 },
      { availableNow: true },
      { branchId: 'main' },
      { branchId: 'law' },
      { branchId: 'law', availableNow: true },
      { branchId: 'medicine', availableNow: true },
      { branchId: 'east', language: 'en', yearFrom: 2000 },
      { branchId: 'nowhere' },
    ])('in %j come as a full scan would answer, and few are read', async (facets) => {
      const expected = fullScan(facets, sort);
      const { shown, total } = await threePages({ query: '中国', sort, facets });
      expect(shown).toEqual(expected.slice(0, 90));
      expect(total).toEqual(
        expected.length > 200 ? { count: 200, isExact: false } : { count: expected.length, isExact: true },
      );
    });
  },
);

describe('without words', () => {
  test.each<[Facets, Sort]>([
    [{ language: 'ja' }, 'best'],
    [{ availableNow: true }, 'newest'],
    [{ branchId: 'law' }, 'newest'],
    [{ clc: 'C912.8' }, 'most-borrowed'],
    [{ clc: 'I247.57', language: 'en' }, 'newest'],
  ])('%j browses what it leaves, %s', async (facets, sort) => {
    const expected = fullScan(facets, sort);
    const withoutTitles = sort === 'best' ? fullScan(facets, 'most-borrowed') : expected;
    const { shown } = await threePages({ query: '', sort, facets });
    expect(shown).toEqual(withoutTitles.slice(0, 90));
  });
});

describe('a number', () => {
  test.each([
    ['C912.82', 'C912.82'],
    ['c912.8', 'C912.8'],
    ['TP312', 'TP312'],
    ['I247.57', 'I247.57'],
  ])('%s finds the works of the class', async (query, clc) => {
    const expected = fullScan({ clc }, 'most-borrowed');
    const { shown } = await threePages({ query });
    expect(shown).toEqual(expected.slice(0, 90));
  });

  test.each(['C912.82/647', 'c912.82/647', 'C912.82 647'])('%s finds the one work', async (query) => {
    expect((await threePages({ query })).shown).toEqual(['b647']);
    expect((await threePages({ query, field: 'call-number' })).shown).toEqual(['b647']);
  });
});
