import { nearToday } from '../../database/seed/near-today';

test.each([
  ['a day ahead', { $daysFromToday: 3 }, '2027-01-02'],
  ['a day before', { $daysFromToday: -30 }, '2026-11-30'],
  ['today', { $daysFromToday: 0 }, '2026-12-30'],
  ['inside a document', { _id: 'YX1', dueOn: { $daysFromToday: 1 } }, { _id: 'YX1', dueOn: '2026-12-31' }],
  ['inside a list', { days: [{ $daysFromToday: 2 }, 'x'] }, { days: ['2027-01-01', 'x'] }],
  ['an instant', { at: { $daysFromToday: -1, at: '07:30' } }, { at: { $date: '2026-12-28T23:30:00.000Z' } }],
  ['nothing of it', { _id: 'b', year: 1997, at: null }, { _id: 'b', year: 1997, at: null }],
])('%s', (_, written, loaded) => {
  expect(nearToday(written, '2026-12-30')).toEqual(loaded);
});

test.each([[{ $daysFromToday: 'soon' }], [{ $daysFromToday: 1.5 }], [{ $daysFromToday: 1, more: true }]])(
  'refuses %j',
  (written) => {
    expect(() => nearToday(written, '2026-12-30')).toThrow('not a number of days from today');
  },
);

test.each([[{ $daysFromToday: 1, at: '24:00' }], [{ $daysFromToday: 1, at: 9 }]])('refuses %j', (written) => {
  expect(() => nearToday(written, '2026-12-30')).toThrow('not a time of day');
});
