import { Pages } from '../../miniprogram/stores/pages';
import { fakeCall, fakeDay } from '../support/fake-call';

const page = (ids: readonly string[], hasMore = false) => ({
  loans: ids.map((loanId) => ({ loanId })),
  total: ids.length,
  hasMore,
});
const byReturn = { words: '', order: 'returned' } as const;
const byTitle = { words: '', order: 'title' } as const;

function open() {
  const { call, calls } = fakeCall();
  const pages = new Pages(call, 'circulation.loanHistory', ({ hasMore }, have) =>
    hasMore ? { page: have } : null,
  );
  const ids = () => pages.list.flatMap(({ loans }) => loans.map(({ loanId }) => loanId));
  return { pages, calls, ids };
}

async function withFirst() {
  const opened = open();
  void opened.pages.start(byReturn);
  await opened.calls[0]?.answer(page(['a'], true));
  return opened;
}

test('the next page is asked by what the last one says, once at a time, until there is none', async () => {
  const { pages, calls, ids } = await withFirst();
  void pages.more();
  void pages.more();
  expect(calls).toHaveLength(2);
  expect(calls[1]?.input).toEqual({ ...byReturn, page: 1 });
  await calls[1]?.answer(page(['b']));
  void pages.more();
  expect([calls.length, ids(), pages.hasMore, pages.libraryDay]).toEqual([2, ['a', 'b'], false, fakeDay]);
});

test('nothing is fetched before anything is asked for', async () => {
  const { pages, calls } = open();
  await pages.load();
  await pages.more();
  expect(calls).toEqual([]);
});

test('a late page of what was asked before belongs to nobody', async () => {
  const { pages, calls, ids } = await withFirst();
  void pages.more();
  void pages.start(byTitle);
  expect(ids()).toEqual(['a']);
  await calls[2]?.answer(page(['t']));
  await calls[1]?.answer(page(['b']));
  expect(ids()).toEqual(['t']);
});

test.each([
  ['the same again', byReturn, ['a'], 'content'],
  ['something else', byTitle, [], 'failed'],
] as const)('%s without an answer', async (_, request, left, status) => {
  const { pages, calls, ids } = await withFirst();
  void (request === byReturn ? pages.load() : pages.start(request));
  await calls[1]?.refuse('unavailable');
  expect([ids(), pages.status, pages.failure]).toEqual([left, status, 'unavailable']);
});

test('a next page that did not come leaves the rows, and can be asked for again', async () => {
  const { pages, calls, ids } = await withFirst();
  void pages.more();
  await calls[1]?.refuse('unavailable');
  expect([ids(), pages.hasMore]).toEqual([['a'], true]);
  void pages.more();
  await calls[2]?.answer(page(['b']));
  expect([ids(), pages.failure]).toEqual([['a', 'b'], null]);
});

test('what is known of another request stands there until the library says more', async () => {
  const { pages, calls, ids } = await withFirst();
  pages.show(byTitle, page(['known']) as never);
  expect([ids(), pages.status]).toEqual([['known'], 'content']);
  void pages.load();
  await calls[1]?.refuse('unavailable');
  expect(ids()).toEqual(['known']);
});

test('cleared, it has neither rows nor an answer on its way', async () => {
  const { pages, calls, ids } = await withFirst();
  void pages.load();
  pages.clear();
  await calls[1]?.answer(page(['late']));
  expect([ids(), pages.request, pages.isLoading]).toEqual([[], null, false]);
});
