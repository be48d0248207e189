import { cloudLeases } from '../../cloudfunctions/scheduler/adapters/cloud-leases';
import { schema } from '../../database/collections/schema';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

const minute = 60_000;
const now = Date.parse('2026-11-21T04:00:00Z');
const terms = { leaseMs: 2 * minute, everyMs: 5 * minute };

let memory: MemoryDatabase;

beforeAll(async () => {
  memory = await openMemoryDatabase();
});
afterAll(() => memory.close());

test.each([
  ['is due', { leasedUntil: 0, dueAt: now }, true],
  ['is not due yet', { leasedUntil: 0, dueAt: now + minute }, false],
  ['another run has', { leasedUntil: now + minute, dueAt: 0 }, false],
  ['another run lost', { leasedUntil: now - 1, dueAt: 0 }, true],
  ['was given back before the clock was set back', { leasedUntil: 0, dueAt: now + 60 * minute }, true],
  ['was taken before the clock was set back', { leasedUntil: now + 60 * minute, dueAt: 0 }, true],
])('a job that %s is taken or not, whatever was seen of it before', async (name, job, answer) => {
  await memory.database.collection('jobs').add({ data: { _id: name, ...job } });
  expect(await cloudLeases(memory.database).take(name, true, now, terms)).toBe(answer);
});

test('jobs are told as they stand, and a taken one is free once it is given back', async () => {
  const leases = cloudLeases(memory.database);
  await leases.take('mending', false, now, terms);
  const taken = { leasedUntil: now + terms.leaseMs, dueAt: 0 };
  expect(await leases.look(['mending', 'never run'])).toEqual(new Map([['mending', taken]]));
  await leases.release('mending', now + terms.everyMs);
  const free = { leasedUntil: 0, dueAt: now + terms.everyMs };
  expect(await leases.look(['mending'])).toEqual(new Map([['mending', free]]));
});

test.each([
  ['never run', false],
  ['known', true],
])('of twenty runs at the same moment one gets a job that is %s', async (name, isKnown) => {
  if (isKnown)
    await memory.database.collection('jobs').add({ data: { _id: name, leasedUntil: 0, dueAt: 0 } });
  const leases = cloudLeases(memory.database);
  const takes = Array.from({ length: 20 }, () => leases.take(name, isKnown, now, terms));
  expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
});

test('a lease that could not be added is no lost lease: the refusal is told', async () => {
  const unready = await openMemoryDatabase(schema.filter(({ name }) => name !== 'jobs'));
  try {
    const take = cloudLeases(unready.database).take('mending', false, now, terms);
    await expect(take).rejects.toMatchObject({ errCode: -502005 });
  } finally {
    await unready.close();
  }
});
