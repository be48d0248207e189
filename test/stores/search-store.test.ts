import { SearchHistory } from '../../miniprogram/stores/catalog/search-history';
import { SearchStore } from '../../miniprogram/stores/catalog/search-store';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const page = (titles: readonly string[], cursor: string | null = null) => ({
  results: titles.map((title) => ({ workId: title, bookId: title, title })),
  total: { count: titles.length, isExact: true },
  cursor,
  didYouMean: null,
});

function open(storage = fakeStorage()) {
  const { call, calls } = fakeCall();
  const history = new SearchHistory(storage);
  const search = new SearchStore({ call, seen: new SeenReplies(storage, () => 5), history });
  const titles = () => search.list.pages.flatMap(({ results }) => results.map(({ title }) => title));
  return { search, calls, history, titles, storage };
}

describe('a list of results', () => {
  test('goes from idle through loading to content', async () => {
    const { search, calls, titles } = open();
    expect(search.list.status).toBe('idle');
    void search.search({ query: '  乡土   中国 ' });
    expect(search.list.status).toBe('loading');
    expect(calls[0]?.input).toEqual({ query: '乡土 中国', field: 'any', facets: {}, sort: 'best' });
    await calls[0]?.answer(page(['乡土中国']));
    expect([search.list.status, titles(), search.list.tail]).toEqual(['content', ['乡土中国'], 'end']);
  });

  test('a late answer to an older query is dropped', async () => {
    const { search, calls, titles } = open();
    void search.search({ query: '三' });
    void search.search({ query: '三体' });
    await calls[1]?.answer(page(['三体']));
    await calls[0]?.answer(page(['三国演义']));
    expect(titles()).toEqual(['三体']);
  });

  test('a late next page of an older query is dropped too', async () => {
    const { search, calls, titles } = open();
    void search.search({ query: '三' });
    await calls[0]?.answer(page(['三国演义'], 'c1'));
    void search.list.more();
    void search.search({ query: '三体' });
    await calls[2]?.answer(page(['三体']));
    await calls[1]?.answer(page(['三言']));
    expect(titles()).toEqual(['三体']);
  });

  test('pages follow each other by cursor, once each', async () => {
    const { search, calls, titles } = open();
    void search.search({ query: '书' });
    await calls[0]?.answer(page(['a'], 'c1'));
    void search.list.more();
    void search.list.more();
    expect(calls).toHaveLength(2);
    expect(calls[1]?.input).toMatchObject({ cursor: 'c1', query: '书' });
    await calls[1]?.answer(page(['b']));
    expect([titles(), search.list.tail]).toEqual([['a', 'b'], 'end']);
    void search.list.more();
    expect(calls).toHaveLength(2);
  });

  test('a failed next page leaves the rows and can be asked for again', async () => {
    const { search, calls, titles } = open();
    void search.search({ query: '书' });
    await calls[0]?.answer(page(['a'], 'c1'));
    void search.list.more();
    await calls[1]?.refuse('unavailable');
    expect([titles(), search.list.status, search.list.tail]).toEqual([['a'], 'content', 'failed']);
    void search.list.more();
    await calls[2]?.answer(page(['b']));
    expect(titles()).toEqual(['a', 'b']);
  });

  test('a cursor that the library no longer knows starts the list again', async () => {
    const { search, calls, titles } = open();
    void search.search({ query: '书' });
    await calls[0]?.answer(page(['a'], 'c1'));
    void search.list.more();
    await calls[1]?.refuse('bad-cursor');
    expect(calls[2]?.input).not.toHaveProperty('cursor');
    await calls[2]?.answer(page(['new']));
    expect(titles()).toEqual(['new']);
  });

  test.each([
    ['nothing found', 'answer', 'empty'],
    ['no answer', 'refuse', 'failed'],
  ])('%s is its own state', async (_, how, status) => {
    const { search, calls } = open();
    void search.search({ query: '无' });
    await (how === 'answer' ? calls[0]?.answer(page([])) : calls[0]?.refuse('unavailable'));
    expect(search.list.status).toBe(status);
  });

  test('the same search stands there at once without a network, and says that it is old', async () => {
    const before = open();
    void before.search.search({ query: '三体' });
    await before.calls[0]?.answer(page(['三体'], 'c1'));
    const { search, calls, titles } = open(before.storage);
    void search.search({ query: '三体' });
    expect(titles()).toEqual(['三体']);
    await calls[0]?.refuse('unavailable');
    expect([search.list.isOutOfDate, search.list.seenAt]).toEqual([true, 5]);
    void search.list.more();
    expect(calls[1]?.input).not.toHaveProperty('cursor');
  });

  test('lifting the last restriction of a list without words leaves it idle, others are browsed', async () => {
    const { search, calls, titles } = open();
    void search.search({ facets: { clc: 'I', branchId: 'main' } });
    await calls[0]?.answer(page(['乡土中国'], 'c1'));
    void search.search({ facets: { clc: undefined, branchId: 'main' } });
    expect(calls[1]?.input).toMatchObject({ query: '', facets: { branchId: 'main' } });
    void search.search({ facets: { clc: undefined, branchId: undefined } });
    await calls[1]?.answer(page(['late']));
    expect([search.list.status, search.list.tail, titles()]).toEqual(['idle', 'end', []]);
    expect(calls).toHaveLength(2);
  });

  test('facets and sort stay when only the words change, and only words enter the history', async () => {
    const { search, calls, history } = open();
    void search.search({ query: '三体', sort: 'newest' });
    void search.search({ facets: { availableNow: true } });
    void search.search({ query: '流浪地球' });
    expect(calls[2]?.input).toMatchObject({ sort: 'newest', facets: { availableNow: true } });
    expect(history.queries).toEqual(['流浪地球', '三体']);
  });
});
