import { hearingNotices } from '../../cloudfunctions/circulation/function/payment-notice';

const heard = async (event: unknown, ok: boolean) => {
  const asked: unknown[] = [];
  const main = hearingNotices((given) => {
    asked.push(given);
    return Promise.resolve({ ok });
  });
  return { reply: await main(event, {}), asked };
};
const action = { action: 'paymentNotice', input: { paymentId: 'f1' } };

test.each([
  ['a notice is a question about its order', { outTradeNo: 'f1', resultCode: 'SUCCESS' }, true, action, 0],
  ['one that was refused is told again', { outTradeNo: 'f1' }, false, action, 1],
])('%s', async (_, event, ok, wanted, errcode) => {
  expect(await heard(event, ok)).toEqual({ reply: { ok, errcode, errmsg: '' }, asked: [wanted] });
});

test.each([{ action: 'fines', outTradeNo: 'f1' }, { outTradeNo: 5 }, {}, null, 'x'])(
  '%j is no notice',
  async (event) => {
    expect(await heard(event, true)).toEqual({ reply: { ok: true }, asked: [event] });
  },
);
