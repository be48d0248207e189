import { RemoteValue } from '../../miniprogram/stores/remote-value';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const library = (name: string) => ({ name, branches: [] });

function open(storage = fakeStorage(), at = 1_000) {
  const { call, calls } = fakeCall();
  const seen = new SeenReplies(storage, () => at);
  const today = new RemoteValue({ call, seen }, { name: 'library.today', input: {}, key: 'today' });
  return { today, calls, storage };
}

describe('a block of a screen', () => {
  test('is loading until the first answer, then content', async () => {
    const { today, calls } = open();
    void today.load();
    expect(today.status).toBe('loading');
    await calls[0]?.answer(library('云溪'));
    expect([today.status, today.value?.name, today.libraryDay]).toEqual(['content', '云溪', '2026-05-30']);
  });

  test('fails in its own place when there is nothing to show, and a retry brings it', async () => {
    const { today, calls } = open();
    void today.load();
    await calls[0]?.refuse('unavailable');
    expect([today.status, today.failure]).toEqual(['failed', 'unavailable']);
    void today.load();
    expect(today.status).toBe('loading');
    await calls[1]?.answer(library('云溪'));
    expect([today.status, today.failure]).toEqual(['content', null]);
  });

  test('shows what was seen last at once, and the fresh answer when it comes', async () => {
    const before = open();
    void before.today.load();
    await before.calls[0]?.answer(library('旧'));
    const { today, calls } = open(before.storage, 2_000);
    void today.load();
    expect([today.value?.name, today.seenAt, today.isOutOfDate]).toEqual(['旧', 1_000, false]);
    await calls[0]?.answer(library('新'));
    expect([today.value?.name, today.seenAt, today.isOutOfDate]).toEqual(['新', null, false]);
  });

  test('says that what is shown is old when the library cannot be reached', async () => {
    const before = open();
    void before.today.load();
    await before.calls[0]?.answer(library('旧'));
    const { today, calls } = open(before.storage);
    void today.load();
    await calls[0]?.refuse('unavailable');
    expect([today.status, today.value?.name, today.isOutOfDate]).toEqual(['content', '旧', true]);
  });

  test('keeps the answer to the last question when answers overtake each other', async () => {
    const { today, calls } = open();
    void today.load();
    void today.load();
    await calls[1]?.answer(library('second'));
    await calls[0]?.answer(library('first'));
    expect(today.value?.name).toBe('second');
  });

  test('forgets a book that the library no longer has, and keeps one it could not reach', async () => {
    const storage = fakeStorage();
    const seen = new SeenReplies(storage, () => 1);
    const { call, calls } = fakeCall();
    const openBook = () =>
      new RemoteValue(
        { call, seen },
        { name: 'catalog.book', input: { bookId: 'b1' }, key: 'book/b1', endedBy: ['no-such-book'] },
      );
    const first = openBook();
    void first.load();
    await calls[0]?.answer({ record: { bookId: 'b1' }, copies: [], editions: [] });
    const offline = openBook();
    void offline.load();
    await calls[1]?.refuse('unavailable');
    expect(offline.status).toBe('content');
    const gone = openBook();
    void gone.load();
    await calls[2]?.refuse('no-such-book');
    expect([gone.status, gone.failure]).toEqual(['failed', 'no-such-book']);
    expect(seen.recall('book/b1')).toBeNull();
  });
});
