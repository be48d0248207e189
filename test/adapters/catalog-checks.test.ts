import { schema } from '../../database/collections/schema';
import { REPOSITORY } from '../../local/cloud/cloud-parts';
import { workbenchAt, type Workbench } from '../../local/cloud/workbench/workbench-client';
import { openTestCloud, type TestCloud } from '../cloud/test-cloud';

// The deployed scheduler on documents as hands and consoles leave them.
jest.setTimeout(60_000);
let cloud: TestCloud;
let workbench: Workbench;

type Kept = { _id: string; field: string; code: string; more: { field: string; code: string }[] };

const write = async (collection: string, ...documents: object[]) => {
  const lines = documents.map((document) => JSON.stringify(document)).join('\n');
  expect(await workbench.importLines(collection, 'insert', lines)).toMatchObject({ errors: [] });
};
const listed = async (): Promise<string[]> => {
  const { body } = await cloud.get('/workbench/collections/faults?limit=100');
  return (body['documents'] as Kept[])
    .flatMap(({ _id, field, code, more }) =>
      [{ field, code }, ...more].map((one) => `${_id} ${one.field} ${one.code}`),
    )
    .toSorted();
};
/** The copies have their turn in the runs that find the books in order. */
const sweep = async (runs = 3): Promise<number[]> => {
  const calls: number[] = [];
  for (let run = 0; run < runs; run += 1) calls.push((await workbench.fireTimer('scheduler')).calls);
  return calls;
};
const search = async (query: string) => {
  const { value } = (await cloud.call('o-ann', 'catalog', { action: 'search', input: { query } })) as {
    value: { results: { bookId: string; copies: number }[] };
  };
  return value.results.map(({ bookId, copies }) => [bookId, copies]);
};

beforeEach(async () => {
  cloud = await openTestCloud({ projectRoot: REPOSITORY, collections: schema, firesTimers: false });
  workbench = workbenchAt(cloud.url);
  await write('books', { _id: 'b1', title: '乡土中国' });
  await write('copies', { _id: 'c1', bookId: 'b1', branchId: 'main', status: 'available' });
});
afterEach(() => cloud.close());

test('copies of an item category that librarians did not list', async () => {
  await write('settings', { _id: 'circulation', itemCategories: ['map'] });
  await write(
    'copies',
    { _id: 'c2', bookId: 'b1', branchId: 'main', status: 'available', itemCategory: 'map' },
    { _id: 'c3', bookId: 'b1', branchId: 'main', status: 'available', itemCategory: 'mpa' },
  );
  expect(Math.max(...(await sweep()))).toBeLessThanOrEqual(20);
  expect(await listed()).toEqual(['copies/c3 itemCategory unknown-category']);
});

test('copies of no book, of a book that is not there, or in a branch that is not there', async () => {
  await write('branches', { _id: 'main', name: '总馆', calendarId: 'library' });
  await write('calendars', { _id: 'library', weeklyHours: [] });
  await write(
    'copies',
    { _id: 'c2', branchId: 'main', status: 'available' },
    { _id: 'c3', bookId: 'b9', branchId: 'main', status: 'available' },
    { _id: 'c4', bookId: 'b1', branchId: 'mian', status: 'available' },
    { _id: 'c5', bookId: 'b9', branchId: 'mian', status: '在架' },
  );
  await sweep();
  expect(await listed()).toEqual([
    'copies/c2 bookId missing',
    'copies/c3 bookId unknown-book',
    'copies/c4 branchId unknown-branch',
    'copies/c5 bookId unknown-book',
    'copies/c5 branchId unknown-branch',
    'copies/c5 status unknown-status',
  ]);
  expect(await search('乡土中国')).toEqual([['b1', 2]]);
  await write('books', { _id: 'b9', title: '江村经济' });
  await write('branches', { _id: 'mian', name: '勉县分馆', calendarId: 'library' });
  await sweep();
  expect(await listed()).toEqual(['copies/c2 bookId missing', 'copies/c5 status unknown-status']);
});

test('where nobody described a branch, none is unknown', async () => {
  await sweep();
  expect(await listed()).toEqual([]);
});

test('numbers that are no text, empty or too long are named and break nothing', async () => {
  const long = 'x'.repeat(65);
  await write(
    'books',
    { _id: 978, title: '编号是数字' },
    { _id: '', title: '编号为空' },
    { _id: long, title: '编号太长' },
  );
  await write('copies', { _id: 100, bookId: 'b1', branchId: 'main', status: 'available' });
  await sweep();
  expect(await listed()).toEqual(
    [
      '#books/ _id missing',
      '#books/978 _id not-text',
      '#copies/100 _id not-text',
      `books/${long} _id too-long`,
    ].toSorted(),
  );
  for (const title of ['编号是数字', '编号为空', '编号太长']) expect(await search(title)).toEqual([]);
  expect(await search('乡土中国')).toEqual([['b1', 1]]);
  const { result } = await workbench.call({
    openid: 'o-ann',
    function: 'catalog',
    data: { action: 'book', input: { bookId: 'b1' } },
  });
  expect(result).toMatchObject({ ok: true, value: { copies: [{ barcode: 'c1' }] } });
});

test('a run that finds all in order keeps within 20 calls, the check of the copies among them', async () => {
  await sweep();
  const calls = await sweep();
  expect(Math.max(...calls)).toBeLessThanOrEqual(20);
});
