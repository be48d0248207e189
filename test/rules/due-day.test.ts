import { ceilingsOf, dueDay } from '../../cloudfunctions/circulation/domain/loans/due-day';
import type { Policy } from '../../cloudfunctions/circulation/domain/policies/policy';
import { somePolicy } from '../support/some-loan';

const back: Partial<Policy> = { onClosedDay: 'previous-open' };
const latest = (latestDueOn: string): Partial<Policy> => ({ latestDueOn });

/** The day would be 30 April 2026. The library is closed from a day to another, both included. */
const longClosings: readonly (readonly [string, Partial<Policy>, string, string, string])[] = [
  ['the last of the days looked at is open', {}, '2026-04-01', '2027-04-30', '2027-05-01'],
  ['the first day beyond them is not looked at', {}, '2026-04-01', '2027-05-01', '2026-04-30'],
  ['the last of those before is open', back, '2025-04-30', '2028-01-01', '2025-04-29'],
  ['the first day beyond those before is not looked at', back, '2025-04-29', '2028-01-01', '2026-04-30'],
  [
    'moving on would carry past a ceiling, however far',
    latest('2026-05-10'),
    '2026-04-20',
    '2029-01-01',
    '2026-04-19',
  ],
  [
    'past one on the last of the days looked at',
    latest('2027-05-01'),
    '2026-04-20',
    '2029-01-01',
    '2026-04-19',
  ],
  ['a ceiling beyond them says nothing', latest('2027-05-02'), '2026-04-20', '2029-01-01', '2026-04-30'],
  ['no open day before or after', latest('2026-05-10'), '2024-01-01', '2029-01-01', '2026-04-30'],
];

test.each(longClosings)('closed for long: %s', (_, given, from, to, dueOn) => {
  const policy = somePolicy(given);
  const isClosed = (day: string) => from <= day && day <= to;
  const ceilings = ceilingsOf(policy, '2026-03-01', null);
  expect(dueDay('2026-03-31', 30, ceilings, policy.onClosedDay, isClosed)).toBe(dueOn);
});
