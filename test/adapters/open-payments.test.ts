import {
  cloudFineReads,
  cloudFines,
  cloudOpenPayments,
} from '../../cloudfunctions/circulation/adapters/cloud-fines';
import { cloudPay } from '../../cloudfunctions/circulation/adapters/cloud-pay';
import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { paymentJobs } from '../../cloudfunctions/circulation/jobs';
import { pseudonymWithin } from '../../cloudfunctions/membership/adapters/cloud-pseudonyms';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told } from '../support/serving';
import { somePlatform } from '../support/some-platform';

jest.setTimeout(600_000);
const platform = somePlatform();
const startedAt = '2026-03-20T04:00:00Z';
let library: SomeLibrary;
let logged: unknown[] = [];
beforeEach(async () => {
  logged = [];
  library = await openSomeLibrary(platform.pay);
  library.setClock(startedAt);
  await library.patron('card-1');
  await library.account({ card: 'card-1', finesOwed: 25 * 300 });
  await library.put('settings', { _id: 'payments', merchantId: '1900000109' });
});
afterEach(async () => {
  platform.setDown(false);
  platform.setThrowing(false);
  await library.close();
});

/** One run of the job that asks about open payments. */
const run = async (): Promise<void> => {
  const { database, now } = library;
  const [job] = paymentJobs({
    now,
    log: (line) => void logged.push(line),
    openPayments: cloudOpenPayments(database),
    inFines: cloudFines(database, pseudonymWithin, now),
    reads: cloudFineReads(database),
    platform: cloudPay(database, platform.pay),
    faults: cloudFaults(database, now),
  });
  await job?.run();
};
/** A payment of a fine of its own, ordered through the phone's own action. */
const order = async (id: string): Promise<string> => {
  const fine = { card: 'card-1', loanId: 'l', bookId: 'b', title: '边城', amount: 300, days: 3 };
  const owed = { fixedOn: '2026-03-01', state: 'owed', settledOn: null, reason: null };
  await library.put('fines', { _id: id, ...fine, ...owed });
  const reply = await library.as('o-card-1')('startPayment', { fineIds: [id], requestKey: `key-of-${id}` });
  return (reply.value as { paymentId: string }).paymentId;
};
const pay = (paymentId: string, tradeState = 'SUCCESS') =>
  platform.orders.set(paymentId, { totalFee: 300, tradeState });
const stateOf = async (paymentId: string) => (await library.one('payments', paymentId))?.['state'];

test('what was paid while the platform could not be asked is settled later, once', async () => {
  const paymentId = await order('f1');
  pay(paymentId);
  platform.setDown(true);
  const noticed = await library.from({ kind: 'payment-platform', openid: '' })('paymentNotice', {
    paymentId,
  });
  await run();
  expect([noticed, await stateOf(paymentId)]).toMatchObject([{ value: { state: 'open' } }, 'open']);
  platform.setDown(false);
  await run();
  await run();
  expect([await stateOf(paymentId), (await library.one('fines', 'f1'))?.['state']]).toEqual(['paid', 'paid']);
  expect(await library.one('patron_circulation', 'card-1')).toMatchObject({ finesOwed: 24 * 300 });
  expect(await library.all('audit', { target: paymentId })).toHaveLength(1);
});

test('a platform whose calls throw is unavailable; asked again, the same order is gone on with', async () => {
  platform.setThrowing(true);
  const fine = { card: 'card-1', loanId: 'l', bookId: 'b', title: '边城', amount: 300, days: 3 };
  const owed = { fixedOn: '2026-03-01', state: 'owed', settledOn: null, reason: null };
  await library.put('fines', { _id: 'f1', ...fine, ...owed });
  const start = (requestKey: string) =>
    library.as('o-card-1')('startPayment', { fineIds: ['f1'], requestKey });
  expect([told(await start('key-of-f1')), told(await start('other-key'))]).toEqual([
    'unavailable',
    'unavailable',
  ]);
  const [made, ...others] = await library.all('payments', {});
  platform.setThrowing(false);
  expect(await start('key-of-f1')).toMatchObject({ value: { paymentId: made?.['_id'] } });
  expect(others).toEqual([]);
});

test('the job logs each about which nobody answered, and goes on', async () => {
  const paymentIds = [await order('f1'), await order('f2')];
  platform.setThrowing(true);
  await run();
  expect(logged).toMatchObject(paymentIds.map(() => ({ error: 'Unreachable', code: -501001 })));
  platform.setThrowing(false);
  for (const paymentId of paymentIds) pay(paymentId);
  await run();
  expect(await library.all('payments', { state: 'open' })).toEqual([]);
});

const justInTime = '2026-03-20T05:59:59Z';
const tooLate = '2026-03-20T06:00:00Z';
test.each<readonly [string, string, string | null, boolean, string]>([
  ['nobody has paid yet', justInTime, 'NOTPAY', false, 'open'],
  ['nobody has paid in time', tooLate, 'NOTPAY', false, 'closed'],
  ['the order was never made', tooLate, null, false, 'closed'],
  ['it was closed at the platform', startedAt, 'CLOSED', false, 'closed'],
  ['it was paid at the last moment', tooLate, 'SUCCESS', false, 'paid'],
  ['it was paid and the platform is down', tooLate, 'SUCCESS', true, 'open'],
  ['it was given back at the platform', startedAt, 'REFUND', false, 'closed'],
])('an order of which %s, at %s', async (_, at, tradeState, isDown, state) => {
  const paymentId = await order('f1');
  if (tradeState === null) platform.orders.delete(paymentId);
  else pay(paymentId, tradeState);
  library.setClock(at);
  platform.setDown(isDown);
  await run();
  expect(await stateOf(paymentId)).toBe(state);
});

test('an order that the job has closed nobody can pay any more', async () => {
  const paymentId = await order('f1');
  library.setClock(tooLate);
  await run();
  expect(platform.orders.get(paymentId)?.tradeState).toBe('CLOSED');
});

test('money that came for a closed order counts when the platform tells of it', async () => {
  const paymentId = await order('f1');
  pay(paymentId, 'CLOSED');
  await run();
  pay(paymentId);
  await library.from({ kind: 'payment-platform', openid: '' })('paymentNotice', { paymentId });
  expect([await stateOf(paymentId), (await library.one('fines', 'f1'))?.['state']]).toEqual(['paid', 'paid']);
});

test('each of many has its turn, and those that nobody can ask about keep none waiting', async () => {
  const paymentIds: string[] = [];
  for (let place = 0; place < 25; place += 1) paymentIds.push(await order(`f${place}`));
  platform.setDown(true);
  await run();
  platform.setDown(false);
  for (const paymentId of paymentIds) pay(paymentId);
  library.setClock(justInTime);
  await run();
  await run();
  expect(await library.all('payments', { state: 'open' })).toEqual([]);
});

test('where nothing is open it is one query, which reads nothing', async () => {
  const paymentId = await order('f1');
  pay(paymentId);
  await run();
  const before = platform.asked();
  const [calls, read] = [library.requests.length, library.documentsRead()];
  await run();
  expect([library.requests.length - calls, library.documentsRead() - read]).toEqual([1, 0]);
  expect(platform.asked()).toBe(before);
});
