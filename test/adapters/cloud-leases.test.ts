import { cloudLeases } from '../../cloudfunctions/scheduler/adapters/cloud-leases';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

const minute = 60_000;
const now = Date.parse('2026-11-21T04:00:00Z');

let memory: MemoryDatabase;

beforeAll(async () => {
  memory = await openMemoryDatabase();
});
afterAll(() => memory.close());

test.each([
  ['was never run', undefined, 'taken'],
  ['is due', { leasedUntil: 0, dueAt: now }, 'taken'],
  ['is not due yet', { leasedUntil: 0, dueAt: now + minute }, 'not-due'],
  ['another run has', { leasedUntil: now + minute, dueAt: 0 }, 'busy'],
  ['another run lost', { leasedUntil: now - 1, dueAt: 0 }, 'taken'],
  [
    'was given back before the clock was set back an hour',
    { leasedUntil: 0, dueAt: now + 60 * minute },
    'taken',
  ],
  ['was taken before the clock was set back an hour', { leasedUntil: now + 60 * minute, dueAt: 0 }, 'taken'],
])('a job that %s is answered as it stands', async (name, job, answer) => {
  const jobs = memory.database.collection('jobs');
  if (job) await jobs.add({ data: { _id: name, ...job } });
  const leases = cloudLeases(memory.database);
  expect(await leases.take(name, now, now + 2 * minute, 5 * minute)).toBe(answer);
});

test('of twenty runs at the same moment one gets the job', async () => {
  const leases = cloudLeases(memory.database);
  const takes = Array.from({ length: 20 }, () => leases.take('sweep', now, now + minute, minute));
  expect((await Promise.all(takes)).filter((answer) => answer === 'taken')).toHaveLength(1);
});
