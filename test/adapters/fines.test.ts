import { somePlatform } from '../support/some-platform';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told, type SomeReply } from '../support/serving';

jest.setTimeout(600_000);

const platform = somePlatform();
let library: SomeLibrary;
let keys = 0;
const key = () => `fine-key-${(keys += 1)}`;

beforeAll(async () => {
  library = await openSomeLibrary(platform.pay);
  for (const card of ['card-1', 'card-2']) await library.patron(card);
  await library.put('staff', { _id: 'o-staff', role: 'librarian' });
  await library.put('settings', { _id: 'payments', merchantId: '1900000109' });
});
afterAll(() => library.close());

const fine = (id: string, card: string, amount: number, change: object = {}) =>
  library.put('fines', {
    _id: id,
    card,
    amount,
    loanId: `loan-of-${id}`,
    bookId: 'book-1',
    title: '边城',
    days: 3,
    fixedOn: '2026-03-01',
    state: 'owed',
    settledOn: null,
    reason: null,
    ...change,
  });
beforeEach(async () => {
  await fine('f1', 'card-1', 300);
  await fine('f2', 'card-1', 50);
  await fine('f3', 'card-1', 70, { state: 'waived', settledOn: '2026-03-05', reason: '住院' });
  await fine('g1', 'card-2', 900);
  await library.account({ card: 'card-1', finesOwed: 350 });
  await library.account({ card: 'card-2', finesOwed: 900 });
});

const ann = (action: string, input: object = {}) => library.as('o-card-1')(action, input);
const staff = (action: string, input: object = {}) => library.as('o-staff')(action, input);
const owed = async (card: string) => (await library.one('patron_circulation', card))?.['finesOwed'];
const stateOf = async (id: string) => (await library.one('fines', id))?.['state'];
const notice = (paymentId: string) =>
  library.from({ kind: 'payment-platform', openid: '' })('paymentNotice', { paymentId });
const start = async (fineIds: readonly string[]) => {
  const reply = await ann('startPayment', { fineIds, requestKey: key() });
  return (reply.value as { paymentId: string }).paymentId;
};
const markPaid = (paymentId: string, change: object = {}) => {
  const order = platform.orders.get(paymentId);
  if (order) platform.orders.set(paymentId, { ...order, tradeState: 'SUCCESS', ...change });
};

describe('the list of fines', () => {
  test('has what is owed first, what was settled, and what it is so far', async () => {
    await library.loans({ loanId: 'loan-9', dueOn: '2026-03-10', borrowedOn: '2026-02-10' });
    await library.account({ card: 'card-1', finesOwed: 350, borrowingSuspendedUntil: '2026-03-25' });
    const { value } = (await ann('fines')) as SomeReply & { value: Record<string, unknown> };
    expect(value).toMatchObject({
      owed: 350,
      paysOnline: true,
      borrowingSuspendedUntil: '2026-03-25',
      soFar: [{ loanId: 'loan-9', days: 10, amount: 100 }],
      fines: [{ fineId: 'f1' }, { fineId: 'f2' }, { fineId: 'f3', state: 'waived' }],
    });
    expect(JSON.stringify(value)).not.toContain('住院');
  });

  test('is shown to staff who say why, which stands in the audit log', async () => {
    const reply = await staff('finesAtDesk', { card: 'card-1', reason: '读者来电' });
    expect(reply).toMatchObject({ ok: true, value: { owed: 350 } });
    expect(await library.all('audit', { action: 'circulation.finesAtDesk' })).toMatchObject([
      { reason: '读者来电', actor: { kind: 'staff', openid: 'o-staff' } },
    ]);
    const typed = await staff('finesAtDesk', { card: ' ｃａｒｄ－１ ', reason: '读者来电' });
    expect(typed).toMatchObject({ ok: true, value: { owed: 350 } });
    expect(told(await staff('finesAtDesk', { card: 'nobody', reason: '读者来电' }))).toBe('no-such-card');
    expect(told(await staff('finesAtDesk', { card: 'c1.forged.code', reason: '读者来电' }))).toBe(
      'no-such-card',
    );
    expect(told(await staff('finesAtDesk', { card: 'card-1', reason: ' ' }))).toBe('invalid-request');
  });
});

describe('settling at the desk', () => {
  test('takes it off what is owed, once', async () => {
    const asked = { fineId: 'f1', how: 'paid', reason: '现金', requestKey: key() };
    expect(await staff('settleFine', asked)).toMatchObject({ ok: true, value: { state: 'paid', owed: 50 } });
    expect(await staff('settleFine', asked)).toMatchObject({ ok: true, value: { state: 'paid', owed: 50 } });
    const again = await staff('settleFine', { ...asked, requestKey: key() });
    expect(again.reasons).toMatchObject([{ code: 'already-settled', state: 'paid' }]);
    expect([await owed('card-1'), await stateOf('f1')]).toEqual([50, 'paid']);
    expect(await library.all('audit', { target: 'f1' })).toHaveLength(1);
  });

  test('by two at once waives or takes it, never both', async () => {
    for (let round = 0; round < 50; round += 1) {
      await fine('f1', 'card-1', 300);
      await library.account({ card: 'card-1', finesOwed: 350 });
      const tries = ['paid', 'waived'].map((how) =>
        staff('settleFine', { fineId: 'f1', how, reason: '柜台', requestKey: key() }),
      );
      expect((await Promise.all(tries)).map(told).toSorted()).toEqual(['already-settled', 'ok']);
      expect(await owed('card-1')).toBe(50);
    }
  });

  test.each([
    ['nobody else', { fineId: 'none', how: 'paid', reason: 'x' }, 'no-such-fine'],
    ['a reason is asked for', { fineId: 'f1', how: 'paid', reason: '' }, 'invalid-request'],
    ['only two ways', { fineId: 'f1', how: 'forgotten', reason: 'x' }, 'invalid-request'],
  ])('%s', async (_, asked, code) => {
    expect(told(await staff('settleFine', { ...asked, requestKey: key() }))).toBe(code);
  });

  test('is not for patrons', async () => {
    const asked = { fineId: 'f1', how: 'waived', reason: 'x', requestKey: key() };
    expect(told(await ann('settleFine', asked))).toBe('forbidden');
  });
});

describe('a payment', () => {
  test('is not offered where the settings name no merchant', async () => {
    await library.put('settings', { _id: 'payments', merchantId: ' ' });
    expect(told(await ann('startPayment', { fineIds: ['f1'], requestKey: key() }))).toBe('not-offered');
    expect(await ann('fines')).toMatchObject({ value: { paysOnline: false } });
    await library.put('settings', { _id: 'payments', merchantId: '1900000109' });
  });

  test.each([
    ["another's fine", ['g1'], 'no-such-fine'],
    ['a fine that is none', ['f1', 'zz'], 'no-such-fine'],
    ['a settled one', ['f3'], 'already-settled'],
  ])('of %s is refused', async (_, fineIds, code) => {
    expect(told(await ann('startPayment', { fineIds, requestKey: key() }))).toBe(code);
  });

  test('under one key is one order', async () => {
    const asked = { fineIds: ['f1', 'f2'], requestKey: key() };
    const first = await ann('startPayment', asked);
    expect(first).toMatchObject({ ok: true, value: { amount: 350, parameters: { paySign: 's' } } });
    expect(await ann('startPayment', asked)).toEqual(first);
    const other = { fineIds: ['f1'], requestKey: asked.requestKey };
    expect(told(await ann('startPayment', other))).toBe('invalid-request');
  });

  test('of a fine that is being paid goes on with its order, under whatever key', async () => {
    const first = await ann('startPayment', { fineIds: ['f1', 'f2'], requestKey: key() });
    expect(await ann('startPayment', { fineIds: ['f2', 'f1'], requestKey: key() })).toEqual(first);
    const { paymentId, amount } = first.value as { paymentId: string; amount: number };
    expect(await ann('fines')).toMatchObject({ value: { openPayment: { paymentId, amount } } });
    markPaid(paymentId);
    expect(told(await ann('startPayment', { fineIds: ['f1', 'f2'], requestKey: key() }))).toBe(
      'already-settled',
    );
    expect([await owed('card-1'), await stateOf('f1')]).toEqual([0, 'paid']);
    expect(await ann('fines')).toMatchObject({ value: { openPayment: null } });
  });

  test('begun fifty times at once is one order, whatever the keys', async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => ann('startPayment', { fineIds: ['f1'], requestKey: key() })),
    );
    // Who found no turn among so many is told to try again; there is never a second order.
    expect(replies.map(told).filter((code) => code !== 'ok' && code !== 'unavailable')).toEqual([]);
    const orders = new Set(
      replies.flatMap(({ value }) => (value as { paymentId: string } | undefined)?.paymentId ?? []),
    );
    expect(orders.size).toBe(1);
    expect((await library.one('patron_circulation', 'card-1'))?.['openPayments']).toEqual([
      { paymentId: [...orders][0], amount: 300 },
    ]);
  });

  test('of other fines ends the order that stands in the way, once WeChat lets it', async () => {
    const first = await start(['f1']);
    const asked = { fineIds: ['f1', 'f2'], requestKey: key() };
    expect(told(await ann('startPayment', asked))).toBe('order-open');
    library.setClock('2026-03-20T04:05:00Z');
    expect(await ann('startPayment', asked)).toMatchObject({ ok: true, value: { amount: 350 } });
    expect((await library.one('payments', first))?.['state']).toBe('closed');
    expect(platform.orders.get(first)?.tradeState).toBe('CLOSED');
    library.setClock('2026-03-20T04:00:00Z');
  });

  test('counts only once the platform says so', async () => {
    const paymentId = await start(['f1', 'f2']);
    expect(await notice(paymentId)).toMatchObject({ ok: true, value: { state: 'open', receipt: null } });
    expect(await owed('card-1')).toBe(350);
    markPaid(paymentId);
    expect(await ann('payment', { paymentId })).toMatchObject({ value: { state: 'paid', receipt: '42' } });
    expect([await owed('card-1'), await stateOf('f1'), await stateOf('f2')]).toEqual([0, 'paid', 'paid']);
  });

  test('of another sum than was asked for does not count', async () => {
    const paymentId = await start(['f1']);
    markPaid(paymentId, { totalFee: 1 });
    expect(await notice(paymentId)).toMatchObject({ value: { state: 'wrong-amount', receipt: '42' } });
    expect([await owed('card-1'), await stateOf('f1')]).toEqual([350, 'owed']);
    expect(await library.all('audit', { target: paymentId })).toMatchObject([{ result: 'wrong-amount' }]);
    expect(await library.one('faults', `payments/${paymentId}`)).toMatchObject({ code: 'wrong-amount' });
    const desk = await staff('finesAtDesk', { card: 'card-1', reason: '退款' });
    const wrong = { paymentId, amount: 1, receipt: '42', isWrongAmount: true };
    expect(desk.value).toMatchObject({ toGiveBack: [wrong] });
    expect(await start(['f1'])).not.toBe(paymentId);
    const givingBack = { paymentId, reason: '退现金', requestKey: key() };
    expect(await staff('giveBack', givingBack)).toMatchObject({ value: { paymentId, amount: 1 } });
  });

  test('that is closed at the platform is closed', async () => {
    const paymentId = await start(['f1']);
    platform.orders.set(paymentId, { totalFee: 300, tradeState: 'CLOSED' });
    expect(await notice(paymentId)).toMatchObject({ value: { state: 'closed' } });
    expect(await stateOf('f1')).toBe('owed');
  });

  test('for what was settled at the desk meanwhile is noted to be given back', async () => {
    const paymentId = await start(['f1', 'f2']);
    await staff('settleFine', { fineId: 'f1', how: 'waived', reason: '馆长', requestKey: key() });
    markPaid(paymentId);
    await notice(paymentId);
    expect(await library.one('payments', paymentId)).toMatchObject({ state: 'paid', toGiveBack: 300 });
    expect(await library.one('faults', `payments/${paymentId}`)).toMatchObject({ code: 'to-give-back' });
    const desk = await staff('finesAtDesk', { card: 'card-1', reason: '退款' });
    expect(desk.value).toMatchObject({ toGiveBack: [{ paymentId, amount: 300, isWrongAmount: false }] });
    expect([await owed('card-1'), await stateOf('f1')]).toEqual([0, 'waived']);
    const givingBack = { paymentId, reason: '退现金', requestKey: key() };
    expect(told(await ann('giveBack', givingBack))).toBe('forbidden');
    expect(told(await staff('giveBack', { ...givingBack, paymentId: 'f0' }))).toBe('no-such-payment');
    const given = await staff('giveBack', givingBack);
    expect(given).toMatchObject({ value: { paymentId, amount: 300 } });
    expect(await library.one('payments', paymentId)).toMatchObject({
      state: 'paid',
      toGiveBack: 0,
      givenBack: { amount: 300, on: '2026-03-20' },
    });
    const after = await staff('finesAtDesk', { card: 'card-1', reason: '退款' });
    expect(after.value).toMatchObject({ toGiveBack: [] });
    expect(await staff('giveBack', givingBack)).toEqual(given);
    expect(told(await staff('giveBack', { ...givingBack, requestKey: key() }))).toBe('nothing-to-give-back');
    expect(await library.all('audit', { action: 'circulation.giveBack', target: paymentId })).toMatchObject([
      { reason: '退现金', actor: { kind: 'staff', openid: 'o-staff' }, maskedCard: '••••d-1' },
    ]);
  });

  test('is given back once by two of staff at the same moment, ten times over', async () => {
    for (let round = 0; round < 10; round += 1) {
      const wrong = { card: 'card-1', state: 'wrong-amount', toGiveBack: 7, fineIds: [] };
      await library.put('payments', { _id: 'wrong', ...wrong });
      const asked = { paymentId: 'wrong', reason: '退现金' };
      const replies = await Promise.all(
        [key(), key()].map((requestKey) => staff('giveBack', { ...asked, requestKey })),
      );
      expect(replies.map(told).toSorted()).toEqual(['nothing-to-give-back', 'ok']);
    }
  });

  test('noticed ten times at once makes one receipt, fifty times over', async () => {
    for (let round = 0; round < 50; round += 1) {
      await fine('f1', 'card-1', 300);
      await library.account({ card: 'card-1', finesOwed: 350 });
      const paymentId = await start(['f1']);
      markPaid(paymentId);
      const replies = await Promise.all(Array.from({ length: 10 }, () => notice(paymentId)));
      expect(new Set(replies.map(({ value }) => JSON.stringify(value))).size).toBe(1);
      expect(await owed('card-1')).toBe(50);
      expect(await library.all('audit', { target: paymentId })).toHaveLength(1);
    }
  });

  test('of another patron is none, and a forged notice is forbidden before anything is asked', async () => {
    const paymentId = await start(['f1']);
    const before = platform.asked();
    expect(told(await library.as('o-card-2')('payment', { paymentId }))).toBe('no-such-payment');
    expect(told(await ann('paymentNotice', { paymentId }))).toBe('forbidden');
    expect(told(await notice('fnone'))).toBe('no-such-payment');
    expect(platform.asked()).toBe(before);
  });
});
