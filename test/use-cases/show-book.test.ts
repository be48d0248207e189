import type { BookRecord, CopyRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import { showBook } from '../../cloudfunctions/catalog/use-cases/show-book';
import type { CopyStandings } from '../../cloudfunctions/catalog/ports';
import { someBook } from '../support/some-book';

const book = someBook({ bookId: 'b1', title: '挪威的森林', authors: ['[日] 村上春树'], year: 2001 });
const broken = () => Promise.reject(new Error('dup key: 我的秘密'));
const none = { records: [], faults: [] };

/** A catalogue with one book or none, whose index, fault list and counts all fail. */
const showing = (
  records: readonly BookRecord[],
  told: { readonly copies?: readonly CopyRecord[]; readonly standings?: CopyStandings } = {},
) => {
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
      unknownItemCategories: broken,
      misnumbered: broken,
      copiesOf: () => Promise.resolve({ ...none, records: told.copies ?? [] }),
    },
    indexedWorks: { holding: broken, withKeys: broken, after: broken, add: broken, remove: broken },
    faults: { renew: broken, renewRange: broken },
    editions: { of: () => Promise.resolve([]) },
    standings: told.standings ?? broken,
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
    expect(new Set(lines.map(({ task }) => task))).toEqual(new Set(['count', 'faults', 'mend', 'standings']));
    expect(JSON.stringify(lines)).not.toContain('我的秘密');
  });

  test('a book that is gone is said to be gone', async () => {
    const { open, lines } = showing([]);
    expect(await open()).toEqual({ ok: false, reasons: [{ code: 'no-such-book' }] });
    expect(lines).toMatchObject([{ task: 'mend', error: 'Error' }]);
  });
});

test('a copy stands as circulation says, whatever its own document says', async () => {
  const copy = { bookId: 'b1', branchId: 'main', shelf: null, callNumber: null, loans: 0 };
  const written = [
    { ...copy, barcode: 'c1', status: 'available', dueOn: null },
    { ...copy, barcode: 'c2', status: 'on-loan', dueOn: '2026-11-25' },
  ] as const;
  const { open } = showing([book], {
    copies: written,
    standings: () => Promise.resolve(new Map([['c2', { status: 'on-loan', dueOn: '2026-12-25' }]])),
  });
  expect(await open()).toMatchObject({
    value: {
      copies: [
        { barcode: 'c1', status: 'available' },
        { barcode: 'c2', dueOn: '2026-12-25' },
      ],
    },
  });
});
