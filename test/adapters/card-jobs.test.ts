import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { cloudCardRecords } from '../../cloudfunctions/membership/adapters/cloud-card-records';
import { cloudForgetting } from '../../cloudfunctions/membership/adapters/cloud-forgetting';
import {
  cloudInitialPins,
  cloudPatronWalk,
} from '../../cloudfunctions/membership/adapters/cloud-patron-walk';
import { cloudClearCard, cloudLeaving } from '../../cloudfunctions/membership/adapters/cloud-leaving';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { cardJobs, patronWalkJob } from '../../cloudfunctions/membership/jobs';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

// A hundred transactions go over HTTP.
jest.setTimeout(60_000);
let memory: MemoryDatabase;
const pins = scryptPins(2);
const clock = Date.parse('2026-11-22T04:00:00Z');
const now = () => new Date(clock);

beforeAll(async () => {
  memory = await openMemoryDatabase();
  await add('jobs', { _id: patronWalkJob, leasedUntil: 0, dueAt: 0 });
});
afterAll(() => memory.close());

type Document = Readonly<Record<string, unknown>>;
const add = (collection: string, ...data: Document[]) => memory.database.collection(collection).add({ data });
const one = async (collection: string, id: string) =>
  ((await memory.database.collection(collection).doc(id).get()) as { data: Document | null }).data;
const ids = async (collection: string) =>
  ((await memory.database.collection(collection).limit(1000).get()) as { data: Document[] }).data.map(
    ({ _id }) => _id,
  );

/** Runs a job and answers how many requests it made. */
const run = async (name: string): Promise<number> => {
  const { database, requests } = memory;
  const before = requests.length;
  const jobs = cardJobs({
    now,
    pins,
    initialPins: cloudInitialPins(database),
    withRecords: cloudCardRecords(database, now),
    faults: cloudFaults(database, now),
    walk: cloudPatronWalk(database, patronWalkJob),
    forget: cloudForgetting(database),
    leaving: cloudLeaving(database),
    clearCard: cloudClearCard(database, now),
  });
  await jobs.find((job) => job.name === name)?.run();
  return requests.length - before;
};

const waiting = async () => (await cloudInitialPins(memory.database).some(1000)).length;

describe('PINs that staff typed', () => {
  test.each<[string, unknown, string]>([
    ['a text', ' 482913 ', '482913'],
    ['a number', 482913, '482913'],
    ['zero', 0, '0'],
  ])('%s is hashed, must be changed, and is gone from the document', async (name, initialPin, pin) => {
    const card = `card-${name.replaceAll(' ', '-')}`;
    await add('patrons', { _id: card, name: '林知夏', initialPin });
    await run('membership.hash-pins');
    expect(await one('patrons', card)).toEqual({ _id: card, name: '林知夏' });
    const secret = await one('card_secrets', card);
    expect(secret).toMatchObject({ mustChange: true });
    const hashed = { salt: String(secret?.['salt']), hash: String(secret?.['hash']) };
    expect(await pins.isRight(pin, hashed)).toBe(true);
  });

  test('blanks are no PIN and go', async () => {
    await add('patrons', { _id: 'blank', initialPin: '  ' });
    await run('membership.hash-pins');
    expect(await one('patrons', 'blank')).toEqual({ _id: 'blank' });
    expect(await one('card_secrets', 'blank')).toBeNull();
  });

  test('one under a number that no card can have is taken out all the same', async () => {
    await add('patrons', { _id: 7, initialPin: '482913' }, { _id: 'no card!', initialPin: '482913' });
    await run('membership.hash-pins');
    expect(await one('patrons', 'no card!')).toEqual({ _id: 'no card!' });
    expect(await memory.database.collection('patrons').where({ _id: 7 }).get()).toMatchObject({
      data: [{ _id: 7 }],
    });
    await memory.database.collection('patrons').where({ _id: 7 }).remove();
  });

  test('a hundred are hashed in a run, the rest in the next, and none cost one request', async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({ _id: `many-${at}`, initialPin: '482913' }));
    await add('patrons', ...many);
    await run('membership.hash-pins');
    expect(await waiting()).toBe(30);
    await run('membership.hash-pins');
    expect(await waiting()).toBe(0);
    expect(await run('membership.hash-pins')).toBe(1);
    expect(await one('card_secrets', 'many-129')).toMatchObject({ mustChange: true });
  });
});

test('mistakes in patrons are listed until they are mended, numbers that are no text among them', async () => {
  await memory.database
    .collection('patrons')
    .where({ name: memory.database.command.neq('') })
    .remove();
  await add('patrons', { _id: 'good-1', name: '林知夏', category: 'staff' }, { _id: 8, name: '林' });
  await add('patrons', { _id: 'bad-1', name: '林知夏', category: 'staff', endsOn: 'soon', status: 'on' });
  await run(patronWalkJob);
  expect(await ids('faults')).toEqual(['patrons/bad-1', '#patrons/8']);
  expect(await one('faults', 'patrons/bad-1')).toMatchObject({
    field: 'status',
    more: [{ field: 'endsOn' }],
  });
  await memory.database
    .collection('patrons')
    .doc('bad-1')
    .set({ data: { name: '林知夏', category: 'staff' } });
  await memory.database.collection('patrons').where({ _id: 8 }).remove();
  await run(patronWalkJob);
  expect(await ids('faults')).toEqual([]);
});

test('the walk goes on where it ended, and begins anew at its end', async () => {
  const many = Array.from({ length: 1200 }, (_, at) => ({ _id: `walk-${String(at).padStart(4, '0')}` }));
  await add('patrons', ...many.slice(0, 600));
  await add('patrons', ...many.slice(600));
  await run(patronWalkJob);
  expect(await ids('faults')).not.toContain('patrons/walk-1199');
  await run(patronWalkJob);
  expect(await one('faults', 'patrons/walk-1199')).not.toBeNull();
  expect(await one('jobs', patronWalkJob)).toMatchObject({ progress: { after: '' } });
});

test('counters that count no more go, and what is left of a WeChat a week after it unbound its card', async () => {
  const dayMs = 86_400_000;
  await add('guess_counters', { _id: 'card:old', forgetAt: clock }, { _id: 'card:new', forgetAt: clock + 1 });
  await add(
    'wechat_accounts',
    { _id: 'o-bound', card: 'c' },
    { _id: 'o-week', unboundAt: new Date(clock - 7 * dayMs) },
    { _id: 'o-day', unboundAt: new Date(clock - dayMs) },
  );
  await run('membership.forget');
  expect(await ids('guess_counters')).toEqual(['card:new']);
  expect(await ids('wechat_accounts')).toEqual(['o-bound', 'o-day']);
});
