import { documentById, type CloudPay, type Database } from '../../kernel/wechat/wx-cloud';
import { readPaymentSettings } from '../domain/policies/read-settings';
import { Unreachable } from '../../kernel/unreachable';
import type { Written } from '../../kernel/written-fields';
import type { OrderAnswer } from '../domain/fines/payment';
import type { FindPlatform, PaymentParameters, PaymentPlatform } from '../ports/fines';
import { usualBillTitle } from './bill-wording';

/** The function that the platform tells of a payment: this one. */
const functionName = 'circulation';
/** WeChat asks for the address of a machine, which a function has none of. */
const noAddress = '127.0.0.1';
/** No money is left of it. */
const notKept: ReadonlySet<unknown> = new Set(['CLOSED', 'REVOKED', 'PAYERROR', 'REFUND']);
const notPaid: ReadonlySet<unknown> = new Set(['NOTPAY', 'USERPAYING', 'ACCEPT']);
/** Nobody can pay an order that is closed, or that was never made. */
const cannotBePaid: ReadonlySet<unknown> = new Set(['ORDERCLOSED', 'ORDERNOTEXIST']);

const isGood = ({ returnCode, resultCode }: Readonly<Record<string, unknown>>): boolean =>
  returnCode === 'SUCCESS' && resultCode === 'SUCCESS';

const orderAnswer = (answer: Readonly<Record<string, unknown>>): OrderAnswer => {
  const { tradeState, totalFee, transactionId, errCode } = answer;
  if (!isGood(answer)) return { state: errCode === 'ORDERNOTEXIST' ? 'open' : 'unknown' };
  if (tradeState === 'SUCCESS')
    return { state: 'paid', amount: Number(totalFee), receipt: String(transactionId) };
  if (notKept.has(tradeState)) return { state: 'closed' };
  return { state: notPaid.has(tradeState) ? 'open' : 'unknown' };
};

/** A call that throws tells nothing of the order: it may be there or not. */
const answered = async (call: () => ReturnType<CloudPay['queryOrder']>) => {
  try {
    return await call();
  } catch (error) {
    throw new Unreachable(error);
  }
};

/** One merchant at WeChat Pay, through the functions' own line to it: no certificate, no signature of ours. */
const wechatPay = (pay: CloudPay, subMchId: string, title: string): PaymentPlatform => ({
  order: async ({ paymentId, amount }) => {
    const order = {
      body: title,
      outTradeNo: paymentId,
      spbillCreateIp: noAddress,
      subMchId,
      totalFee: amount,
      envId: pay.environment(),
      functionName,
      nonceStr: paymentId,
      tradeType: 'JSAPI',
    };
    const answer = await answered(() => pay.unifiedOrder(order));
    return isGood(answer) ? (answer['payment'] as PaymentParameters) : null;
  },
  ask: async (paymentId) =>
    orderAnswer(
      await answered(() => pay.queryOrder({ subMchId, outTradeNo: paymentId, nonceStr: paymentId })),
    ),
  close: async (paymentId) => {
    const close = { subMchId, outTradeNo: paymentId, nonceStr: paymentId };
    const answer = await answered(() => pay.closeOrder(close));
    return isGood(answer) || cannotBePaid.has(answer['errCode']);
  },
});

/** The platform of the merchant in `settings/payments`; one read a call. */
export const cloudPay =
  (database: Database, pay: CloudPay): FindPlatform =>
  async () => {
    const document = await documentById<Written>(database, 'settings', 'payments');
    const { merchantId, title } = readPaymentSettings(document).value;
    return merchantId === null ? null : wechatPay(pay, merchantId, title ?? usualBillTitle);
  };
