import {
  checkPolicies,
  checkSettings,
  cloudPolicies,
} from '../../cloudfunctions/circulation/adapters/cloud-policies';
import { policyJobs } from '../../cloudfunctions/circulation/jobs';
import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { inTransaction } from '../../cloudfunctions/kernel/wechat/cloud-transaction';
import { documentsOf } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

let memory: MemoryDatabase;
let instant = Date.parse('2026-03-20T04:00:00Z');
const now = () => new Date(instant);
beforeAll(async () => {
  memory = await openMemoryDatabase();
});
afterAll(() => memory.close());

const write = (_id: string, data: object) => memory.database.collection('policies').doc(_id).set({ data });
const all = { patronCategory: '*', itemCategory: '*' };
const listed = async () => {
  const [job] = policyJobs({
    checkPolicies: checkPolicies(memory.database, () => Promise.resolve([{ category: 'graduate' }])),
    checkSettings: checkSettings(memory.database),
    faults: cloudFaults(memory.database, now),
  });
  await job?.run();
  const found = await documentsOf<{ _id: string; field: string }>(memory.database.collection('faults'));
  return found.map(({ _id, field }) => `${_id} ${field}`);
};

test('mistakes in policies go on the list of faults, and leave it when they are mended', async () => {
  await write('usual', { ...all, maxRenewals: 'often' });
  expect(await listed()).toEqual(['policies/usual maxRenewals']);
  await write('usual', { ...all, maxRenewals: 2 });
  expect(await listed()).toEqual([]);
});

test('a second policy for a pair, and one for patrons that there are not, are named until they are mended', async () => {
  const pair = { patronCategory: 'graduate', itemCategory: 'book', maxRenewals: 2 };
  for (const id of ['a', 'b']) await write(id, pair);
  await write('c', { ...pair, patronCategory: 'gradaute' });
  await write('d', { ...pair, itemCategory: 'map' });
  expect(await listed()).toEqual(['policies/b patronCategory', 'policies/c patronCategory']);
  const found = await documentsOf<{ code: string }>(memory.database.collection('faults'));
  expect(found.map(({ code }) => code)).toEqual(['used-before', 'unknown-category']);
  for (const id of ['a', 'b', 'c', 'd']) await memory.database.collection('policies').doc(id).remove();
  expect(await listed()).toEqual([]);
});

test.each<readonly [string, object, readonly string[]]>([
  ['circulation', { remindDays: '3', keepLoansDays: 0 }, ['remindDays', 'keepLoansDays']],
  ['circulation', { remindDays: 31 }, ['remindDays']],
  ['circulation', { remindDays: -1, keepLoansDays: 1.5 }, ['remindDays', 'keepLoansDays']],
  ['payments', { merchantId: 1_900_000_109, title: ['x'] }, ['merchantId', 'title']],
  ['payments', { merchantId: '', title: null }, []],
  ['circulation', { remindDays: 0, keepLoansDays: 3660 }, []],
])('settings of %s %j: what is wrong is named, and is as usual', async (subject, fields, wrong) => {
  const settings = memory.database.collection('settings').doc(subject);
  await settings.set({ data: fields });
  await listed();
  const found = await documentsOf<{ _id: string; field: string; more: readonly { field: string }[] }>(
    memory.database.collection('faults'),
  );
  const named = found.flatMap(({ _id, field, more }) =>
    [field, ...more.map((one) => one.field)].map((one) => `${_id} ${one}`),
  );
  expect(named).toEqual(wrong.map((field) => `settings/${subject} ${field}`));
  await settings.remove();
  expect(await listed()).toEqual([]);
});

test('an item category that nobody listed is named, and what is of it is not lent, nor renewed or fined', async () => {
  const settings = memory.database.collection('settings').doc('circulation');
  await write('usual', { ...all, maxRenewals: 2 });
  await write('maps', { ...all, itemCategory: 'maps', maxRenewals: 2 });
  expect(await listed()).toEqual([]);
  const policies = cloudPolicies(memory.database, now);
  const run = inTransaction(memory.database);
  const deciding = (itemCategory: string) =>
    run((transaction) => policies.within(transaction, 'graduate', itemCategory));
  expect(await deciding('maps')).toMatchObject({ lendable: true, maxRenewals: 2 });
  await settings.set({ data: { itemCategories: ['map'] } });
  expect(await listed()).toEqual(['policies/maps itemCategory']);
  instant += 60_000;
  const refusing = { lendable: false, renewable: false, maxRenewals: null, finePerDay: 0 };
  expect(await deciding('maps')).toMatchObject(refusing);
  expect(await policies.lately('graduate', 'mpa')).toMatchObject(refusing);
  for (const known of ['map', 'book']) expect(await deciding(known)).toMatchObject({ lendable: true });
  await settings.set({ data: { itemCategories: ['map', 'maps'] } });
  expect(await deciding('maps')).toMatchObject({ lendable: true });
  expect(await listed()).toEqual([]);
  await settings.remove();
  for (const id of ['usual', 'maps']) await memory.database.collection('policies').doc(id).remove();
});

test('a changed policy holds at once where it decides, and in a list within a minute; a new one too', async () => {
  await write('usual', { ...all, maxRenewals: 1 });
  const policies = cloudPolicies(memory.database, now);
  const run = inTransaction(memory.database);
  const deciding = () => run((transaction) => policies.within(transaction, 'graduate', 'book'));
  expect([(await deciding()).maxRenewals, (await policies.lately('graduate', 'book')).maxRenewals]).toEqual([
    1, 1,
  ]);
  await write('usual', { ...all, maxRenewals: 3 });
  expect([(await deciding()).maxRenewals, (await policies.lately('graduate', 'book')).maxRenewals]).toEqual([
    3, 1,
  ]);
  await write('graduates', { ...all, patronCategory: 'graduate', maxRenewals: 9 });
  instant += 60_000;
  expect([(await deciding()).maxRenewals, (await policies.lately('graduate', 'book')).maxRenewals]).toEqual([
    9, 9,
  ]);
  await memory.database.collection('policies').doc('graduates').remove();
  expect((await deciding()).maxRenewals).toBe(3);
  await memory.database.collection('policies').doc('usual').remove();
  expect(await deciding()).toMatchObject({ maxRenewals: null, lendable: false });
});
