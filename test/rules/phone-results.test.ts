import { yearRanges } from '../../miniprogram/format/year-ranges';
import {
  dayOf,
  pageTitle,
  resultsFields,
  shareTitle,
} from '../../miniprogram/packages/catalog/pages/results/view';
import { makeChunks } from '../../miniprogram/packages/catalog/result-chunks';
import { RemoteValue } from '../../miniprogram/stores/remote-value';
import { SearchHistory } from '../../miniprogram/stores/catalog/search-history';
import type { SearchRequest } from '../../miniprogram/stores/catalog/search-request';
import { SearchStore } from '../../miniprogram/stores/catalog/search-store';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall, fakeDay } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const nothing = { results: [], total: { count: 0, isExact: true }, cursor: null, didYouMean: null };

function open() {
  const { call, calls } = fakeCall();
  const storage = fakeStorage();
  const seen = new SeenReplies(storage, () => 5);
  const search = new SearchStore({ call, seen, history: new SearchHistory(storage) });
  const today = new RemoteValue({ call, seen }, { name: 'library.today', input: {}, key: 'today' });
  return { search, today, chunks: makeChunks(), calls };
}

test.each<[Partial<SearchRequest>, string, string, string]>([
  [{ facets: { clc: 'I' } }, '文学', '这一类还没有书', '“文学”的查书结果'],
  [{ query: '物理', facets: { clc: 'I' } }, '查书', '没有“物理”', '“物理”的查书结果'],
  [{ facets: { branchId: 'main' } }, '查书', '没有符合这些条件的书', '查图书馆的书'],
  [{}, '查书', '输入书名、作者或 ISBN', '查图书馆的书'],
])('%j stands under %s; when nothing is found: %s; shared: %s', async (asked, title, empty, shared) => {
  const stores = open();
  void stores.search.search(asked);
  await stores.calls[0]?.answer(nothing);
  expect([pageTitle(stores.search), resultsFields.emptyTitle(stores), shareTitle(stores.search)]).toEqual([
    title,
    empty,
    shared,
  ]);
});

describe('on a phone whose clock is five years ahead', () => {
  beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2031-05-30T04:00:00Z')));
  afterEach(() => void jest.restoreAllMocks());

  test('the years are those of the library’s day', async () => {
    const stores = open();
    void stores.search.search({ query: '书', facets: { yearFrom: 2024 } });
    await stores.calls[0]?.answer(nothing);
    expect(dayOf(stores)).toBe(fakeDay);
    expect(yearRanges(dayOf(stores))[0]).toMatchObject({ label: '近 3 年', yearFrom: 2024 });
    expect(resultsFields.chips(stores).map(({ label }) => label)).toContain('近 3 年');
  });

  test('before any search has been answered the library tells its day too', async () => {
    const stores = open();
    void stores.today.load();
    await stores.calls[0]?.answer({ name: '云溪', branches: [] });
    expect(dayOf(stores)).toBe(fakeDay);
  });
});
