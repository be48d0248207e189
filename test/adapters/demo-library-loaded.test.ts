import { schema } from '../../database/collections/schema';
import { loadSeed } from '../../database/seed/load-seed';
import { REPOSITORY } from '../../local/cloud/cloud-parts';
import { openTestCloud, type TestCloud } from '../cloud/test-cloud';

// The whole demo library, loaded as `npm start` does, on a cloud whose clock stands elsewhere.
jest.setTimeout(180_000);
let cloud: TestCloud;
let loaded: Readonly<Record<string, number>>;

type Works = { readonly value: { readonly results: readonly { readonly editionIds: readonly string[] }[] } };
type Book = {
  readonly value: {
    readonly copies: readonly { readonly status: string; readonly dueOn: string | null }[];
    readonly editions: readonly unknown[];
  };
};
const catalog = async (action: string, input: object) => cloud.call('oReader', 'catalog', { action, input });
const total = async (collection: string) =>
  (await cloud.get(`/workbench/collections/${collection}?limit=1`)).body['total'];

beforeAll(async () => {
  cloud = await openTestCloud({ projectRoot: REPOSITORY, collections: schema });
  await cloud.post('/workbench/clock', { set: '2031-03-05T02:00:00Z' });
  loaded = await loadSeed(cloud.url);
});
afterAll(() => cloud.close());

test('every document is there, indexed, and none at fault', async () => {
  expect(await total('books')).toBe(loaded['books']);
  expect(await total('copies')).toBe(loaded['copies']);
  expect(await total('catalog_index')).toBeGreaterThan(500);
  expect(await total('faults')).toBe(0);
});

test('what is on loan is due near the day on which the clock stood', async () => {
  const { value } = (await catalog('book', { bookId: '9787301174821' })) as Book;
  const due = value.copies.flatMap(({ dueOn }) => dueOn ?? []);
  expect(due.length).toBeGreaterThan(0);
  for (const day of due) expect(day >= '2031-02-20' && day <= '2031-04-20').toBe(true);
});

test('three editions of one work come as one result that opens into them', async () => {
  const found = (await catalog('search', { query: '乡土中国' })) as Works;
  expect(found.value.results[0]?.editionIds.toSorted()).toEqual([
    '9787010071060',
    '9787208062153',
    '9787301174821',
  ]);
});

test('new arrivals are those of the last two weeks by the clock', async () => {
  expect(await catalog('newArrivals', { pageSize: 30 })).toMatchObject({
    value: { thisWeek: { count: 12, isExact: true } },
  });
});

test('loading again doubles nothing', async () => {
  await expect(loadSeed(cloud.url)).resolves.toEqual(loaded);
  expect(await total('copies')).toBe(loaded['copies']);
});
