import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeStorage } from '../support/fake-storage';

describe('what was seen last', () => {
  test('is there with the instant it was seen', () => {
    const seen = new SeenReplies(fakeStorage(), () => 42);
    seen.remember('book/1', { title: '三体' });
    expect(seen.recall('book/1')).toEqual({ value: { title: '三体' }, at: 42 });
    expect(seen.recall('book/2')).toBeNull();
  });

  test('the longest unseen goes first, and leaves nothing behind', () => {
    const storage = fakeStorage();
    const seen = new SeenReplies(storage, () => 1, 2);
    for (const key of ['a', 'b', 'a', 'c']) seen.remember(key, key);
    expect([seen.recall('a')?.value, seen.recall('b'), seen.recall('c')?.value]).toEqual(['a', null, 'c']);
    expect([...storage.entries.keys()].filter((key) => key.startsWith('seen/'))).toHaveLength(2);
  });

  test('can be forgotten', () => {
    const seen = new SeenReplies(fakeStorage(), () => 1);
    seen.remember('a', 1);
    seen.forget('a');
    expect(seen.recall('a')).toBeNull();
  });
});
