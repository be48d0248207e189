import { DeskFines } from '../../miniprogram/stores/staff/desk-fines';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { fakeCall } from '../support/fake-call';

const owing = {
  maskedCard: '20****02',
  owed: 350,
  soFar: [],
  fines: [],
  borrowingSuspendedUntil: null,
  toGiveBack: [],
};

function open() {
  const { call, calls } = fakeCall();
  return { calls, fines: new DeskFines({ call, keys: new RequestKeys(() => 'key') }) };
}

async function found() {
  const all = open();
  all.fines.type('card', ' 20230002 ');
  all.fines.type('reason', ' 来缴费 ');
  const looking = all.fines.look();
  await all.calls[0]?.answer(owing);
  await looking;
  return all;
}

test('nobody’s fines are looked at without a card and a reason', async () => {
  const { fines, calls } = open();
  await fines.look();
  expect(fines.fault).toBe('card');
  fines.type('card', '20230002');
  await fines.look();
  expect([fines.fault, calls.length]).toEqual(['reason', 0]);
});

test('what is settled is looked at anew', async () => {
  const { fines, calls } = await found();
  expect([calls[0]?.input, fines.found?.owed]).toEqual([{ card: '20230002', reason: '来缴费' }, 350]);
  const settled = fines.settle('f1', 'paid');
  expect(calls[1]?.input).toMatchObject({ fineId: 'f1', how: 'paid', reason: '来缴费' });
  await calls[1]?.answer({ fineId: 'f1', state: 'paid', owed: 0 });
  await calls[2]?.answer({ ...owing, owed: 0 });
  expect([await settled, fines.found?.owed]).toEqual([true, 0]);
});

test('what was given back is looked at anew, and not without a reason', async () => {
  const { fines, calls } = await found();
  const given = fines.giveBack('p1');
  expect(calls[1]?.input).toMatchObject({ paymentId: 'p1', reason: '来缴费' });
  await calls[1]?.answer({ paymentId: 'p1', amount: 300 });
  await calls[2]?.answer(owing);
  expect(await given).toBe(true);
  fines.type('reason', ' ');
  expect([await fines.giveBack('p1'), fines.fault, calls.length]).toEqual([false, 'reason', 3]);
  fines.type('reason', '退款');
  const again = fines.giveBack('p1');
  await calls[3]?.refuse('nothing-to-give-back');
  expect([await again, fines.givingBack.failure]).toEqual([false, 'nothing-to-give-back']);
  fines.startOver();
  expect(fines.givingBack.failure).toBeNull();
});

test('nothing is settled without a reason', async () => {
  const { fines, calls } = await found();
  fines.type('reason', ' ');
  expect([await fines.settle('f1', 'waived'), fines.fault, calls.length]).toEqual([false, 'reason', 1]);
});

test('a fine that was settled already says so, and the next patron starts empty', async () => {
  const { fines, calls } = await found();
  const settled = fines.settle('f1', 'paid');
  await calls[1]?.refuse('already-settled');
  expect([await settled, fines.settling.failure]).toEqual([false, 'already-settled']);
  fines.startOver();
  expect([fines.found, fines.card, fines.reason, fines.settling.failure]).toEqual([null, '', '', null]);
});
