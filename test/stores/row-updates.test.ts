import { rowUpdates } from '../../miniprogram/platform/row-updates';

const [a, b, c, d] = [['a'], ['b'], ['c'], ['d']] as const;

describe('sending a long list to the screen', () => {
  test.each([
    ['the first page', [], [a], [{ 'rows[0]': a }]],
    ['a further page alone', [a, b], [a, b, c], [{ 'rows[2]': c }]],
    ['a page that changed', [a, b], [a, d], [{ 'rows[1]': d }]],
    ['nothing when nothing changed', [a, b], [a, b], []],
    ['a shorter list from its beginning', [a, b, c], [d], [{ rows: [d] }]],
    ['a shorter list page by page', [a, b, c], [c, d], [{ rows: [c] }, { 'rows[1]': d }]],
    ['an emptied list', [a], [], [{ rows: [] }]],
  ])('%s', (_, sent, next, updates) => {
    expect(rowUpdates('rows', sent, next)).toEqual(updates);
  });
});
