import { hearingNotices } from '../../cloudfunctions/circulation/function/payment-notice';

const heard = async (event: unknown, ok: boolean, state = 'paid') => {
  const asked: unknown[] = [];
  const main = hearingNotices((given) => {
    asked.push(given);
    return Promise.resolve(ok ? { ok, value: { state } } : { ok });
  });
  return { reply: await main(event, {}), asked };
};
const action = { action: 'paymentNotice', input: { paymentId: 'f1' } };

test('a notice is a question about its order', async () => {
  expect((await heard({ outTradeNo: 'f1', resultCode: 'SUCCESS' }, true)).asked).toEqual([action]);
});

test.each([
  ['refused', false, 'open', 1],
  ['not confirmed yet', true, 'open', 1],
  ['told of an order that is closed', true, 'closed', 1],
  ['paid', true, 'paid', 0],
  ['paid with another sum, which is noted', true, 'wrong-amount', 0],
])('a notice that is %s: told again unless errcode is 0', async (_, ok, state, errcode) => {
  expect((await heard({ outTradeNo: 'f1' }, ok, state)).reply).toMatchObject({ ok, errcode, errmsg: '' });
});

test.each([{ action: 'fines', outTradeNo: 'f1' }, { outTradeNo: 5 }, {}, null, 'x'])(
  '%j is no notice',
  async (event) => {
    expect(await heard(event, true)).toEqual({
      reply: { ok: true, value: { state: 'paid' } },
      asked: [event],
    });
  },
);
