import {
  copiesBehind,
  expectedDay,
  firstFor,
  placeOf,
} from '../../cloudfunctions/circulation/domain/holds/queue';
import { decideCheckOut } from '../../cloudfunctions/circulation/domain/loans/check-out-decision';
import { freeAmong } from '../../cloudfunctions/circulation/domain/loans/copy';
import { openDayAfter } from '../../cloudfunctions/circulation/domain/loans/due-day';
import { newPatronCirculation } from '../../cloudfunctions/circulation/domain/records/patron-circulation';
import {
  untouchedTitle,
  type QueuedHold,
  type TitleCirculation,
} from '../../cloudfunctions/circulation/domain/records/title-circulation';
import { someHold, somePolicy } from '../support/some-loan';

const today = '2026-03-20';
const title = (fields: Partial<TitleCirculation>): TitleCirculation => ({
  ...untouchedTitle('book-1'),
  ...fields,
});
/** Holds of `a`, `b` and so on, in this order. */
const queue = (...holds: readonly Partial<QueuedHold>[]): QueuedHold[] =>
  holds.map((hold, at) => someHold({ holdId: `h-${'abcdef'[at] ?? at}`, card: 'abcdef'[at] ?? '', ...hold }));
const onLoan = (...dueDays: readonly string[]) =>
  dueDays.map((dueOn, at) => ({ loanId: `l-${at}`, barcode: `copy-${at}`, dueOn }));

test.each<readonly [string, readonly Partial<QueuedHold>[], string | undefined]>([
  ['the first', [{}, {}], 'a'],
  ['nobody where nobody waits', [], undefined],
  ['not one that has a copy already', [{ state: 'ready', keptBarcode: 'x' }, {}], 'b'],
  ['not one whose copy is on its way', [{ state: 'in-transit', keptBarcode: 'x' }, {}], 'b'],
  ['not one that rests', [{ suspendedUntil: '2026-03-21' }, {}], 'b'],
  ['one whose rest ends today', [{ suspendedUntil: '2026-03-20' }, {}], 'a'],
  ['one on this copy', [{ barcode: 'copy-1' }], 'a'],
  ['not one on a sister copy', [{ barcode: 'copy-2' }, {}], 'b'],
])('a copy that comes back goes to %s', (_, holds, card) => {
  expect(firstFor(title({ holds: queue(...holds) }), 'copy-1', today)?.card).toBe(card);
});

test.each<readonly [string, readonly Partial<QueuedHold>[], string, number | null]>([
  ['behind those before', [{}, {}, {}], 'h-c', 3],
  ['not behind one that rests', [{ suspendedUntil: '2026-04-01' }, {}], 'h-b', 1],
  ['not behind one that has its copy', [{ state: 'ready', keptBarcode: 'x' }, {}], 'h-b', 1],
  ['not behind one that waits for another copy', [{ barcode: 'copy-2' }, { barcode: 'copy-1' }], 'h-b', 1],
  ['behind one that waits for any', [{}, { barcode: 'copy-1' }], 'h-b', 2],
  ['none once it has a copy', [{ state: 'in-transit', keptBarcode: 'x' }], 'h-a', null],
  ['none for a hold that is not there', [{}], 'h-z', null],
])('the place of a hold: %s', (_, holds, holdId, place) => {
  expect(placeOf(title({ holds: queue(...holds) }), holdId, today)).toBe(place);
});

test.each<readonly [string, Partial<TitleCirculation>, string | null, number, string | null]>([
  ['the day the copy is due', { loans: onLoan('2026-03-28') }, null, 1, '2026-03-28'],
  ['the first of two', { loans: onLoan('2026-04-05', '2026-03-28') }, null, 1, '2026-03-28'],
  ['the second of two for the second', { loans: onLoan('2026-04-05', '2026-03-28') }, null, 2, '2026-04-05'],
  ['a round later for the third', { loans: onLoan('2026-04-05', '2026-03-28') }, null, 3, '2026-04-27'],
  ['today for an overdue copy', { loans: onLoan('2026-03-01') }, null, 1, '2026-03-20'],
  ['today for a free one', { freeCopies: ['copy-9'], loans: onLoan('2026-03-28') }, null, 1, '2026-03-20'],
  ['that of the one copy', { loans: onLoan('2026-03-28', '2026-05-01') }, 'copy-1', 1, '2026-05-01'],
  [
    'a round after a copy that is ready for another',
    { holds: queue({ state: 'ready', keptBarcode: 'copy-1', pickupBy: '2026-03-23' }) },
    null,
    1,
    '2026-04-22',
  ],
  ['not known without a copy', {}, null, 1, null],
])('the expected day is %s', (_, fields, barcode, place, day) => {
  expect(expectedDay(title(fields), barcode, place, 30, today)).toBe(day);
});

test('the copies behind a hold are those on loan, free or kept', () => {
  const holds = queue({ state: 'ready', keptBarcode: 'copy-8' });
  const all = title({ holds, freeCopies: ['copy-9'], loans: onLoan('2026-03-28') });
  expect([copiesBehind(all, null), copiesBehind(all, 'copy-9'), copiesBehind(all, 'nothing')]).toEqual([
    3, 1, 0,
  ]);
});

test('free is what stands on its shelf, whatever a status typed by hand says', () => {
  const copies = ['copy-0', 'copy-1', 'copy-2', 'copy-3'].map((barcode) => ({
    barcode,
    status: barcode === 'copy-3' ? 'missing' : 'available',
  }));
  const holds = queue({ state: 'ready', keptBarcode: 'copy-1' });
  expect(freeAmong(copies, { loans: onLoan('2026-03-28'), holds })).toEqual(['copy-2']);
});

test.each([
  [1, [], '2026-03-21'],
  [3, [], '2026-03-23'],
  [2, ['2026-03-21', '2026-03-23'], '2026-03-24'],
])('the last of %s open days', (count, closed, day) => {
  expect(openDayAfter(today, count, (one) => closed.includes(one))).toBe(day);
});

test('in a library that never opens the days are counted as they come', () => {
  expect(openDayAfter(today, 3, () => true)).toBe('2026-03-23');
});

const reservedFor = (card: string, fields: Partial<TitleCirculation>) => {
  const copy = {
    barcode: 'copy-1',
    bookId: 'book-1',
    branchId: 'main',
    status: 'available',
    itemCategory: 'book',
  };
  const reasons = decideCheckOut({
    membership: { status: 'active', endsOn: null },
    mayBorrow: true,
    loanLimit: 9,
    account: newPatronCirculation(card),
    policy: somePolicy(),
    copy,
    title: title({ freeCopies: ['copy-1'], ...fields }),
    today,
    isClosed: () => false,
  });
  return reasons.map((reason) => (reason.code === 'reserved' ? reason.waiting : reason.code));
};

test.each<readonly [string, string, Partial<TitleCirculation>, readonly number[]]>([
  ['one who waits first, though others do too', 'a', { holds: queue({}, {}) }, []],
  ['one who waits second', 'b', { holds: queue({}, {}) }, [1]],
  ['somebody who does not wait', 'z', { holds: queue({}, {}) }, [2]],
  [
    'somebody, where another copy is free for who waits',
    'z',
    { holds: queue({}), freeCopies: ['copy-1', 'copy-2'] },
    [],
  ],
  ['somebody, where who waits rests', 'z', { holds: queue({ suspendedUntil: '2026-04-01' }) }, []],
  ['whom it is kept for', 'b', { holds: queue({}, { state: 'ready', keptBarcode: 'copy-1' }) }, []],
  [
    'somebody else than whom it is kept for',
    'z',
    { holds: queue({ state: 'ready', keptBarcode: 'copy-1' }) },
    [1],
  ],
  ['somebody, where another waits for this copy', 'z', { holds: queue({ barcode: 'copy-1' }) }, [1]],
  ['somebody, where another waits for a sister copy', 'z', { holds: queue({ barcode: 'copy-2' }) }, []],
])('a copy is lent, or reserved by so many, to %s', (_, card, fields, waiting) => {
  expect(reservedFor(card, fields)).toEqual(waiting);
});
