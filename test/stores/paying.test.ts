import { Paying, type SheetEnd } from '../../miniprogram/stores/circulation/paying';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { fakeCall } from '../support/fake-call';

const parameters = { timeStamp: '1', nonceStr: 'n', package: 'p', signType: 'MD5', paySign: 's' };
const order = { paymentId: 'pay-1', amount: 350, parameters };
type Answer = 'open' | 'paid' | 'closed' | 'wrong-amount' | 'unavailable';

/** Answers orders and questions until the payment ends; what was asked stands in `asked`. */
function open(sheets: readonly SheetEnd[], answers: readonly Answer[]) {
  const { call, calls } = fakeCall();
  const asked: string[] = [];
  const waits: number[] = [];
  const [ends, left] = [[...sheets], [...answers]];
  let made = 0;
  const paying = new Paying({
    call,
    keys: new RequestKeys(() => `key-${(made += 1)}`),
    askToPay: () => Promise.resolve(ends.shift() ?? 'failed'),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  const pay = async (fineIds: readonly string[] = ['f2', 'f1']): Promise<boolean> => {
    const turn = { isDone: false };
    const paid = paying.pay(fineIds).finally(() => (turn.isDone = true));
    while (!turn.isDone) {
      await new Promise((next) => void setImmediate(next));
      const next = calls[asked.length];
      if (next === undefined) continue;
      asked.push(next.name);
      if (next.name === 'circulation.startPayment') await next.answer(order);
      else await answer(next, left.shift() ?? 'open');
    }
    return paid;
  };
  const answer = (pending: (typeof calls)[number], state: Answer) =>
    state === 'unavailable'
      ? pending.refuse('unavailable')
      : pending.answer({ state, receipt: state === 'paid' ? '42' : null });
  return { paying, pay, calls, asked, waits };
}

test.each<readonly [SheetEnd, readonly Answer[], boolean, string, number]>([
  ['done', ['paid'], true, 'paid', 1],
  ['done', ['open', 'unavailable', 'paid'], true, 'paid', 3],
  ['done', ['open', 'open', 'open', 'open', 'paid'], false, 'pending', 4],
  ['done', ['closed'], false, 'closed', 1],
  ['cancelled', ['open'], false, 'cancelled', 1],
  ['cancelled', ['paid'], true, 'paid', 1],
  ['failed', ['open'], false, 'failed', 1],
  ['failed', ['unavailable'], false, 'failed', 1],
  ['failed', ['paid'], true, 'paid', 1],
])(
  'the sheet ends %s and the library says %j: paid %s, %s',
  async (sheet, answers, isPaid, state, questions) => {
    const { paying, pay, asked } = open([sheet], answers);
    expect([await pay(), paying.state, paying.receipt]).toEqual([isPaid, state, isPaid ? '42' : null]);
    expect(asked).toEqual([
      'circulation.startPayment',
      ...Array.from({ length: questions }, () => 'circulation.payment'),
    ]);
  },
);

test('one who turned back pays the same order the next time', async () => {
  const { paying, pay, asked } = open(['cancelled', 'done'], ['open', 'paid']);
  expect([await pay(), await pay(['f1', 'f2']), paying.state]).toEqual([false, true, 'paid']);
  expect(asked).toEqual(['circulation.startPayment', 'circulation.payment', 'circulation.payment']);
});

test('one who may have paid is not asked for money again before the library has answered', async () => {
  const { paying, pay, asked } = open(['done'], ['open', 'open', 'open', 'open', 'paid']);
  expect([await pay(), paying.state]).toEqual([false, 'pending']);
  expect([await pay(), paying.state]).toEqual([true, 'paid']);
  expect(asked.filter((name) => name === 'circulation.startPayment')).toHaveLength(1);
});

test('other fines, and what was closed, get an order of their own', async () => {
  const { pay, asked } = open(['cancelled', 'done', 'done'], ['open', 'closed', 'paid']);
  await pay(['f1']);
  await pay(['f1', 'f2']);
  expect(await pay(['f1', 'f2'])).toBe(true);
  expect(asked.filter((name) => name === 'circulation.startPayment')).toHaveLength(3);
});

test.each(['not-offered', 'already-settled', 'platform-refused', 'unavailable'])(
  'an order that is refused (%s) asks nobody to pay',
  async (code) => {
    const { paying, calls } = open(['done'], []);
    const paid = paying.pay(['f1']);
    await calls[0]?.refuse(code);
    expect([await paid, paying.state, paying.starting.failure, calls.length]).toEqual([
      false,
      'refused',
      code,
      1,
    ]);
  },
);

test.each<readonly [Answer, boolean, string]>([
  ['paid', true, 'paid'],
  ['open', false, 'idle'],
  ['closed', false, 'closed'],
  ['wrong-amount', false, 'wrong-amount'],
  ['unavailable', false, 'idle'],
])('an order of an earlier visit that the library calls %s', async (answer, isPaid, state) => {
  const { paying, calls } = open([], []);
  const resumed = paying.resume('pay-1');
  expect(calls[0]).toMatchObject({ name: 'circulation.payment', input: { paymentId: 'pay-1' } });
  await (answer === 'unavailable'
    ? calls[0]?.refuse(answer)
    : calls[0]?.answer({ state: answer, receipt: answer === 'paid' ? '42' : null }));
  expect([await resumed, paying.state]).toEqual([isPaid, state]);
});

test('two taps pay once', async () => {
  const { paying, pay, asked } = open(['done'], ['paid']);
  const first = pay();
  expect(await paying.pay(['f1', 'f2'])).toBe(false);
  expect([await first, asked]).toEqual([true, ['circulation.startPayment', 'circulation.payment']]);
});
