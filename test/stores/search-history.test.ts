import { SearchHistory } from '../../miniprogram/stores/catalog/search-history';
import { fakeStorage } from '../support/fake-storage';

describe('the history of searches on the phone', () => {
  test('puts the newest first, once, and outlives the app', () => {
    const storage = fakeStorage();
    const history = new SearchHistory(storage);
    for (const query of ['a', 'b', 'a']) history.add(query);
    expect(new SearchHistory(storage).queries).toEqual(['a', 'b']);
  });

  test('keeps twenty', () => {
    const history = new SearchHistory(fakeStorage());
    for (let i = 1; i <= 25; i += 1) history.add(`q${i}`);
    expect([history.queries.length, history.queries[0], history.queries[19]]).toEqual([20, 'q25', 'q6']);
  });

  test('loses one line, or all', () => {
    const storage = fakeStorage();
    const history = new SearchHistory(storage);
    for (const query of ['a', 'b', 'c']) history.add(query);
    history.remove('b');
    expect(history.queries).toEqual(['c', 'a']);
    history.clear();
    expect(new SearchHistory(storage).queries).toEqual([]);
  });

  test('starts empty when what is stored is something else', () => {
    const storage = fakeStorage();
    storage.write('search-history', { not: 'a list' });
    expect(new SearchHistory(storage).queries).toEqual([]);
  });
});
