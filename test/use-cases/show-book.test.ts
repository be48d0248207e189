import type { BookRecord } from '../../cloudfunctions/catalog/domain/book-record';
import { showBook } from '../../cloudfunctions/catalog/use-cases/show-book';
import { someBook } from '../support/some-book';

const book = someBook({ bookId: 'b1', title: '挪威的森林', authors: ['[日] 村上春树'], year: 2001 });
const broken = () => Promise.reject(new Error('dup key: 我的秘密'));
const none = { records: [], faults: [] };

/** A catalogue with one book or none, whose index, fault list and counts all fail. */
const showing = (records: readonly BookRecord[]) => {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const show = showBook({
    now: () => new Date('2026-11-21T04:00:00Z'),
    log: (line) => lines.push(line),
    script: { simplify: (text) => text, readings: () => [] },
    catalogue: {
      books: () => Promise.resolve({ records, faults: [] }),
      booksAfter: () => Promise.resolve({ ...none, ids: [] }),
      existing: () => Promise.resolve([]),
      copiesAfter: broken,
      branchIds: broken,
      misnumbered: broken,
      copiesOf: () => Promise.resolve(none),
    },
    indexedWorks: { holding: broken, withKeys: broken, after: broken, add: broken, remove: broken },
    faults: { renew: broken, renewRange: broken },
    editions: { of: () => Promise.resolve([]) },
    counts: { add: broken, since: broken, removeBefore: broken },
  });
  return {
    lines,
    open: () => show({ kind: 'phone', openid: 'o-ann' }, { bookId: 'b1', foundBy: '挪威的森林' }),
  };
};

describe('where mending the index and counting the search fail', () => {
  test('the book is shown, and the log says what failed but not what was typed', async () => {
    const { open, lines } = showing([book]);
    expect(await open()).toMatchObject({ ok: true, value: { record: { title: '挪威的森林' } } });
    expect(new Set(lines.map(({ task }) => task))).toEqual(new Set(['count', 'faults', 'mend']));
    expect(JSON.stringify(lines)).not.toContain('我的秘密');
  });

  test('a book that is gone is said to be gone', async () => {
    const { open, lines } = showing([]);
    expect(await open()).toEqual({ ok: false, reasons: [{ code: 'no-such-book' }] });
    expect(lines).toMatchObject([{ task: 'mend', error: 'Error' }]);
  });
});
