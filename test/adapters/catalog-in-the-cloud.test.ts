import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askerGroup } from '../../cloudfunctions/catalog/domain/asker-group';
import { libraryDay } from '../../cloudfunctions/kernel/library-day';
import { type Cloud, startCloud } from '../../local/cloud/start-cloud';

type Json = Readonly<Record<string, unknown>>;
type Card = { readonly bookId: string; readonly editionIds: readonly string[]; readonly available: number };
type Found = {
  readonly ok: boolean;
  readonly value: {
    readonly results: readonly Card[];
    readonly total: Json;
    readonly cursor: string | null;
    readonly didYouMean: string | null;
  };
  readonly reasons: readonly { readonly code: string }[];
};

const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
let cloud: Cloud;

const ask = async (method: string, path: string, body?: string): Promise<Json> => {
  const response = await fetch(cloud.url + path, { method, ...(body === undefined ? {} : { body }) });
  return (await response.json()) as Json;
};
const call = async (name: string, action: string, input: Json, openid = 'o-ann'): Promise<Json> => {
  const data = { action, input };
  return (await ask('POST', '/phone/call', JSON.stringify({ openid, name, data })))['result'] as Json;
};
const search = async (query: string, more: Json = {}) =>
  (await call('catalog', 'search', { query, ...more })) as unknown as Found;
const idsOf = async (query: string, more: Json = {}) =>
  (await search(query, more)).value.results.map(({ bookId }) => bookId);
const put = (collection: string, document: Json) =>
  ask(
    'PUT',
    `/workbench/collections/${collection}/${encodeURIComponent(String(document['_id']))}`,
    JSON.stringify(document),
  );
const remove = (collection: string, id: string) =>
  ask('DELETE', `/workbench/collections/${collection}/${encodeURIComponent(id)}`);
const all = async (collection: string) =>
  (await ask('GET', `/workbench/collections/${collection}?skip=0&limit=100`))['documents'] as readonly Json[];
const runScheduler = () => ask('POST', '/workbench/timers/scheduler');

const books = [
  { _id: 'b0', title: 'The Hobbit', authors: ['J. R. R. Tolkien'] },
  { _id: 'b1', title: '挪威的森林', authors: ['[日] 村上春树'], year: 2001, language: 'zh', clc: 'I313.45' },
  {
    _id: 'b2',
    title: '挪威的森林（修订版）',
    authors: ['村上春树'],
    year: 2018,
    language: 'zh',
    clc: 'I313.45',
  },
  { _id: 'b3', title: '海边的卡夫卡', authors: ['村上春树'], year: 2003, language: 'zh', clc: 'I313.45' },
  { _id: 'b4', title: 'The Old Man and the Sea', authors: ['Ernest Hemingway'], year: 1952, language: 'en' },
  {
    _id: 'b5',
    title: '重庆往事',
    authors: ['虹影'],
    isbns: ['7-100-02638-5'],
    clc: 'I247.57',
    callNumber: 'I247.5/88',
  },
  { _id: 'b6', title: 'Cosmos', authors: ['Carl Sagan'], subjects: ['宇宙学'] },
  { _id: 'b7', title: '雷雨', authors: ['曹禺'] },
  { _id: 'b8', title: '乔丹传', authors: ['罗兰'], clc: 'K837.125.6(712)' },
  { _id: 'b9', title: '拉美简史', authors: ['佚名'], clc: 'K73/77"19"=5<1>+2:3a' },
];
const copies = [
  { _id: 'c1', bookId: 'b1', branchId: 'main', status: 'on-loan', loans: 3 },
  { _id: 'c2', bookId: 'b3', branchId: 'east', status: 'available', loans: 9, callNumber: 'I313.45/7' },
];

beforeAll(async () => {
  cloud = await startCloud({ dataFolder: folder });
  for (const book of books) await put('books', book);
  for (const copy of copies) await put('copies', copy);
  await runScheduler();
}, 60_000);

afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

describe('a search through the deployed function', () => {
  test.each([
    ['part of a title', '挪威的森', 'b1'],
    ['full pinyin', 'nuoweidesenlin', 'b1'],
    ['pinyin in words', 'hai bian de ka fu ka', 'b3'],
    ['initials', 'hbdkfk', 'b3'],
    ['another reading of a character', 'zhongqingwangshi', 'b5'],
    ['the meant reading of a character', 'chongqingwangshi', 'b5'],
    ['traditional characters', '海邊的卡夫卡', 'b3'],
    ['a character left out', '海的卡夫卡', 'b3'],
    ['a homophone', '海边得卡夫卡', 'b3'],
    ['author and part of a title', '村上春树 海边', 'b3'],
    ['the beginning of a Latin title', 'the old ma', 'b4'],
    ['a misspelt word', 'the hobit', 'b0'],
    ['two characters that changed places', '雨雷', 'b7'],
    ['a missing letter', 'comos', 'b6'],
    ['a wrong first letter', 'kosmos', 'b6'],
    ['two letters that changed places', 'comsos', 'b6'],
    ['a letter too many', 'cosmoss', 'b6'],
    ['pinyin with tones as digits', 'lei2 yu3', 'b7'],
    ['a part of a short subject', '宇宙', 'b6'],
    ['a class with what would follow it', 'I247.5/', 'b5'],
    ['an ISBN of ten with hyphens', '7-100-02638-5', 'b5'],
    ['an ISBN of thirteen', '9787100026383', 'b5'],
    ['a call number', 'I247.5/88', 'b5'],
    ['a call number that only a copy has', 'i313.45/7', 'b3'],
  ])('%s finds the book first', async (_, query, bookId) => {
    const [first] = await idsOf(query);
    expect(first).toBe(bookId);
  });

  test('editions of one work come as one result', async () => {
    const { results } = (await search('挪威的森林')).value;
    expect(results).toHaveLength(1);
    expect(results[0]?.editionIds.toSorted()).toEqual(['b1', 'b2']);
  });

  test.each([
    [{ facets: { language: 'en' }, query: '' }, ['b4']],
    [{ facets: { clc: 'I3' }, query: '', sort: 'newest' }, ['b2', 'b3']],
    [{ facets: { clc: 'K837.125.6(712)' }, query: '' }, ['b8']],
    [{ facets: { clc: 'K73/77"19"=5<1>+2:3a' }, query: '' }, ['b9']],
    [{ facets: { availableNow: true }, query: '村上春树' }, ['b3']],
    [{ facets: { branchId: 'main' }, query: '村上春树' }, ['b1']],
    [{ facets: { branchId: 'main', availableNow: true }, query: '村上春树' }, []],
    [{ facets: { yearFrom: 2002, yearTo: 2010 }, query: '村上春树' }, ['b3']],
    [{ sort: 'most-borrowed', query: '村上春树' }, ['b3', 'b2']],
  ])('%j gives %j', async ({ query, ...more }, expected) => {
    const { results } = (await search(query, more)).value;
    const allEditions = expected.map((id) => (id === 'b1' ? 'b2' : id));
    expect(results.map(({ editionIds }) => [...editionIds].toSorted().at(-1))).toEqual(allEditions);
  });

  test.each(['', '   ', '😀', '$where', '.*', '((((', '{"$gt":""}', '%%%', '\u0000', 'a'.repeat(200)])(
    '%j finds nothing, and nothing breaks',
    async (query) => {
      expect(await search(query)).toMatchObject({ ok: true, value: { results: [], total: { count: 0 } } });
    },
  );

  test.each([
    [{ query: 'a'.repeat(201) }],
    [{ query: { $gt: '' } }],
    [{ query: '书', facets: { clc: '.*' } }],
  ])('%j is an invalid request', async (input) => {
    expect(await call('catalog', 'search', input as unknown as Json)).toMatchObject({
      ok: false,
      reasons: [{ code: 'invalid-request' }],
    });
  });

  test('pages follow each other, nothing twice and nothing missing; a foreign cursor is refused', async () => {
    const first = await search('村上春树', { pageSize: 1 });
    const cursor = first.value.cursor ?? '';
    const second = await search('村上春树', { pageSize: 1, cursor });
    expect(first.value.total).toEqual({ count: 2, isExact: true });
    expect([...first.value.results, ...second.value.results].map(({ bookId }) => bookId)).toEqual([
      'b3',
      'b1',
    ]);
    expect(second.value.cursor).toBeNull();
    for (const foreign of [cursor, 'bm9uc2Vuc2U', ''])
      expect((await search('森林', { cursor: foreign })).reasons).toEqual([{ code: 'bad-cursor' }]);
  });

  test('what is being typed is completed', async () => {
    expect(await call('catalog', 'suggest', { query: '海边' })).toMatchObject({
      value: { suggestions: [{ kind: 'title', text: '海边的卡夫卡', bookId: 'b3' }] },
    });
    expect(await call('catalog', 'suggest', { query: '村上' })).toMatchObject({
      value: { suggestions: [{ kind: 'author', text: '村上春树' }] },
    });
  });
});

describe('hand edits', () => {
  test('a changed title is found by the next run of the sweep, and by the old title no more', async () => {
    await put('books', { _id: 'b6', title: '从前的书名', authors: ['某人'] });
    await runScheduler();
    expect(await idsOf('从前的书名')).toEqual(['b6']);
    await put('books', { _id: 'b6', title: '崭新的题目', authors: ['某人'] });
    const { calls } = await runScheduler();
    expect(await idsOf('崭新的题目')).toEqual(['b6']);
    expect(await idsOf('从前的书名')).toEqual([]);
    expect(calls).toBeLessThanOrEqual(20);
  });

  test('opening a book mends the index at once', async () => {
    await put('books', { _id: 'b7', title: '刚刚录入的书' });
    expect(await idsOf('刚刚录入的书')).toEqual([]);
    expect(await call('catalog', 'book', { bookId: 'b7' })).toMatchObject({
      value: { record: { title: '刚刚录入的书' } },
    });
    expect(await idsOf('刚刚录入的书')).toEqual(['b7']);
  });

  test('a copy that came back is free in the results after the sweep', async () => {
    await put('copies', { ...copies[0], status: 'available' });
    await runScheduler();
    const { results } = (await search('挪威的森林')).value;
    expect(results[0]?.available).toBe(1);
  });

  test('a book taken away leaves the index, and its work keeps the other edition', async () => {
    await put('books', { _id: 'b8', title: '海边的卡夫卡（精装）', authors: ['村上春树'] });
    await runScheduler();
    await remove('books', 'b8');
    await runScheduler();
    const { results } = (await search('海边的卡夫卡')).value;
    expect(results.map(({ editionIds }) => editionIds)).toEqual([['b3']]);
    expect(await call('catalog', 'book', { bookId: 'b8' })).toMatchObject({
      reasons: [{ code: 'no-such-book' }],
    });
  });

  test('a request by number is answered first, and everything anew on request', async () => {
    await put('books', { _id: 'b9', title: '点名要的书' });
    await put('reindex_requests', { _id: 'b9' });
    await put('reindex_requests', { _id: 'all' });
    for (let run = 0; run < 4; run += 1) await runScheduler();
    expect(await idsOf('点名要的书')).toEqual(['b9']);
    expect(await all('reindex_requests')).toEqual([]);
  });

  test('a broken document stands in the faults, breaks nothing, and leaves them when mended', async () => {
    await put('books', { _id: 'x1', authors: ['无名'] });
    await put('books', { _id: 'x2', title: '年份写成了字', year: '二〇〇一' });
    await put('copies', { _id: 'x3', bookId: 'b1', branchId: 'main', status: '在架' });
    for (let run = 0; run < 3; run += 1) await runScheduler();
    expect(await all('faults')).toMatchObject([
      { _id: 'books/x1', field: 'title', code: 'missing' },
      { _id: 'books/x2', field: 'year', code: 'not-a-whole-number' },
      { _id: 'copies/x3', field: 'status', code: 'unknown-status' },
    ]);
    expect(await idsOf('年份写成了字')).toEqual(['x2']);
    expect(await call('catalog', 'book', { bookId: 'x1' })).toMatchObject({
      reasons: [{ code: 'no-such-book' }],
    });
    await put('books', { _id: 'x1', title: '补上了题名' });
    await put('books', { _id: 'x2', title: '年份写成了字', year: 2001 });
    await remove('copies', 'x3');
    for (let run = 0; run < 4; run += 1) await runScheduler();
    expect(await all('faults')).toEqual([]);
  });
});

describe('the scheduler', () => {
  test('a phone that pretends to be a timer is forbidden', async () => {
    const data = { Type: 'Timer', TriggerName: 'every-five-minutes', action: 'run' };
    const body = JSON.stringify({ openid: 'o-ann', name: 'scheduler', data });
    expect(await ask('POST', '/phone/call', body)).toMatchObject({
      result: { ok: false, reasons: [{ code: 'forbidden' }] },
    });
  });
});

const open = (openid: string, foundBy: string) => call('catalog', 'book', { bookId: 'b1', foundBy }, openid);
const group = (openid: string) => askerGroup(openid, libraryDay(new Date()), '挪威的森林');

describe('hot searches', () => {
  test('come from searches that led three people to a book, each of them once', async () => {
    const people = ['o-ann', ...Array.from({ length: 60 }, (_, i) => `o-${i}`)];
    const ofThreeGroups = [...new Map(people.map((openid) => [group(openid), openid])).values()].slice(0, 3);
    for (const openid of ofThreeGroups) await open(openid, '挪威的森林 ');
    for (let again = 0; again < 3; again += 1) await open('o-ann', '村上春树');
    expect(await call('catalog', 'hotSearches', {})).toMatchObject({ value: { queries: ['挪威的森林'] } });
    const counted = (await all('search_counts')).map(({ query, count }) => [query, count]);
    expect(counted).toEqual(
      expect.arrayContaining([
        ['挪威的森林', 3],
        ['村上春树', 1],
      ]),
    );
    expect(JSON.stringify(await all('search_counts'))).not.toContain('o-');
  });

  test.each(['来加群 12345', '海边', '挪威的森林加群', '书'])(
    '%s, which the book has not, is not counted',
    async (foundBy) => {
      for (const openid of ['o-ann', 'o-bob', 'o-cai']) await open(openid, foundBy);
      expect(JSON.stringify(await all('search_counts'))).not.toContain(`"${foundBy}"`);
    },
  );
});
