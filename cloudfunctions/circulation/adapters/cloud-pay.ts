import { documentById, type CloudPay, type Database } from '../../kernel/wechat/wx-cloud';
import { readPaymentSettings } from '../domain/policies/read-settings';
import type { Written } from '../domain/records/written-fields';
import type { OrderAnswer } from '../domain/fines/payment';
import type { FindPlatform, PaymentParameters, PaymentPlatform } from '../ports/fines';
import { usualBillTitle } from './bill-wording';

/** The function that the platform tells of a payment: this one. */
const functionName = 'circulation';
/** WeChat asks for the address of a machine, which a function has none of. */
const noAddress = '127.0.0.1';
const neverPaid: ReadonlySet<unknown> = new Set(['CLOSED', 'REVOKED', 'PAYERROR']);

const isGood = ({ returnCode, resultCode }: Readonly<Record<string, unknown>>): boolean =>
  returnCode === 'SUCCESS' && resultCode === 'SUCCESS';

const orderAnswer = (answer: Readonly<Record<string, unknown>>): OrderAnswer => {
  const { tradeState, totalFee, transactionId } = answer;
  if (!isGood(answer)) return { state: 'open' };
  if (tradeState === 'SUCCESS')
    return { state: 'paid', amount: Number(totalFee), receipt: String(transactionId) };
  return { state: neverPaid.has(tradeState) ? 'closed' : 'open' };
};

/** One merchant at WeChat Pay, through the functions' own line to it: no certificate, no signature of ours. */
const wechatPay = (pay: CloudPay, subMchId: string, title: string): PaymentPlatform => ({
  order: async ({ paymentId, amount }) => {
    const answer = await pay.unifiedOrder({
      body: title,
      outTradeNo: paymentId,
      spbillCreateIp: noAddress,
      subMchId,
      totalFee: amount,
      envId: pay.environment(),
      functionName,
      nonceStr: paymentId,
      tradeType: 'JSAPI',
    });
    return isGood(answer) ? (answer['payment'] as PaymentParameters) : null;
  },
  ask: async (paymentId) =>
    orderAnswer(await pay.queryOrder({ subMchId, outTradeNo: paymentId, nonceStr: paymentId })),
});

/** The platform of the merchant in `settings/payments`; one read a call. */
export const cloudPay =
  (database: Database, pay: CloudPay): FindPlatform =>
  async () => {
    const document = await documentById<Written>(database, 'settings', 'payments');
    const { merchantId, title } = readPaymentSettings(document).value;
    return merchantId === null ? null : wechatPay(pay, merchantId, title ?? usualBillTitle);
  };
