import { standingOf } from '../../cloudfunctions/scheduler/domain/lease';

const now = Date.parse('2026-11-21T04:00:00Z');
const minute = 60_000;
const terms = { leaseMs: 2 * minute, everyMs: 5 * minute };

test.each([
  ['is due', { leasedUntil: 0, dueAt: now }, 'free'],
  ['is not due yet', { leasedUntil: 0, dueAt: now + 1 }, 'not-due'],
  ['is due after its whole interval', { leasedUntil: 0, dueAt: now + 5 * minute }, 'not-due'],
  ['another run has', { leasedUntil: now + 1, dueAt: 0 }, 'busy'],
  ['another run has just taken', { leasedUntil: now + 2 * minute, dueAt: 0 }, 'busy'],
  ['another run lost', { leasedUntil: now, dueAt: 0 }, 'free'],
  ['was given back before the clock was set back', { leasedUntil: 0, dueAt: now + 6 * minute }, 'free'],
  ['was taken before the clock was set back', { leasedUntil: now + 3 * minute, dueAt: 0 }, 'free'],
])('a job that %s', (_, lease, standing) => {
  expect(standingOf(lease, now, terms)).toBe(standing);
});
