import { LoanMarking } from '../../miniprogram/stores/staff/loan-marking';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { fakeCall } from '../support/fake-call';

const lent = { title: '边城', maskedCard: '••••04', borrowedOn: '2026-05-01', dueOn: '2026-05-31' };
const unmarked = { ...lent, marks: [] };

function open() {
  const { call, calls } = fakeCall();
  return { calls, marking: new LoanMarking({ call, keys: new RequestKeys(() => 'key') }) };
}

async function found() {
  const all = open();
  all.marking.type('barcode', ' YX1 ');
  all.marking.type('reason', ' 读者来电 ');
  const looking = all.marking.look();
  await all.calls[0]?.answer(unmarked);
  await looking;
  return all;
}

test.each([
  [{ barcode: ' ', reason: '读者来电' }, 'barcode'],
  [{ barcode: 'YX1', reason: ' ' }, 'reason'],
  [{ barcode: '', reason: '' }, 'barcode'],
] as const)('%j: no loan is looked at before the %s stands there', async ({ barcode, reason }, fault) => {
  const { marking, calls } = open();
  marking.type('barcode', barcode);
  marking.type('reason', reason);
  await marking.look();
  expect([marking.fault, calls.length]).toEqual([fault, 0]);
});

test.each(['recalled', 'reported-lost', 'claimed-returned'] as const)(
  'a loan that is found is marked as %s, and the mark is taken back',
  async (mark) => {
    const { marking, calls } = await found();
    expect(calls[0]?.input).toEqual({ barcode: 'YX1', reason: '读者来电' });
    for (const [place, isOn] of [
      [1, true],
      [2, false],
    ] as const) {
      const done = marking.mark(mark, isOn);
      expect(calls[place]?.input).toMatchObject({ barcode: 'YX1', mark, isOn, reason: '读者来电' });
      await calls[place]?.answer({ ...lent, marks: isOn ? [mark] : [] });
      expect([await done, marking.found?.marks]).toEqual([true, isOn ? [mark] : []]);
    }
  },
);

test('nothing is marked without a reason, nor before a loan is found', async () => {
  const { marking, calls } = await found();
  marking.type('reason', ' ');
  expect([await marking.mark('recalled', true), marking.fault, calls.length]).toEqual([false, 'reason', 1]);
  const fresh = open();
  fresh.marking.type('reason', '读者来电');
  expect([await fresh.marking.mark('recalled', true), fresh.calls.length]).toEqual([false, 0]);
});

test.each(['no-such-copy', 'not-on-loan', 'unavailable'])('a look that fails (%s) says so', async (code) => {
  const { marking, calls } = open();
  marking.type('barcode', 'YX1');
  marking.type('reason', '读者来电');
  const looking = marking.look();
  await calls[0]?.refuse(code);
  await looking;
  expect([marking.found, marking.failure, marking.isLooking]).toEqual([null, code, false]);
});

test('a copy that came back meanwhile is not marked, and the next copy starts empty', async () => {
  const { marking, calls } = await found();
  const done = marking.mark('recalled', true);
  await calls[1]?.refuse('not-on-loan');
  expect([await done, marking.marking.failure, marking.found?.marks]).toEqual([false, 'not-on-loan', []]);
  marking.startOver();
  expect([marking.found, marking.barcode, marking.reason, marking.marking.failure]).toEqual([
    null,
    '',
    '',
    null,
  ]);
});
