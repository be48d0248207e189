import { readBook } from '../../cloudfunctions/catalog/adapters/read-book';
import { addDays, daysBetween, isDay } from '../../cloudfunctions/kernel/library-day';

test.each([
  ['2026-01-31', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-31', false],
  ['2026-01-31T00:00', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ['2026-01-31', '2026-01-31', 0],
  ['2026-01-31', '2026-02-01', 1],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-01-01', '2025-12-31', -1],
  ['1970-01-01', '2026-11-21', 20_778],
])('from %s to %s it is %d days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
  expect(addDays(from, days)).toBe(to);
});

test('a book added on a day that no calendar has is read without it, and the fault is named', () => {
  const { record, faults } = readBook({ _id: 'b1', title: '挪威的森林', addedOn: '2026-02-30' });
  expect(record).toMatchObject({ title: '挪威的森林', addedOn: null });
  expect(faults).toMatchObject([{ _id: 'books/b1', field: 'addedOn', code: 'not-a-day' }]);
});
