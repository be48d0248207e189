import type { Failure } from '../failure';

const lookAgain = '刷新逾期费，再看一遍';
const settled: Failure = { title: '这笔已经结清了', advice: lookAgain };
const noSuchFine: Failure = { title: '没有这笔逾期费', advice: lookAgain };

/** Why a payment was not started. */
export const startPaymentRefusals = {
  'not-offered': { title: '本馆不在手机上收费', advice: '请到服务台缴费' },
  'no-such-fine': noSuchFine,
  'already-settled': settled,
  'order-open': { title: '上一张订单还没结束', advice: '过几分钟再试，或到服务台缴费' },
  'platform-refused': { title: '没有下成订单', advice: '请稍后再试，或到服务台缴费' },
} as const satisfies Readonly<Record<string, Failure>>;

export const paymentRefusals = {
  'no-such-payment': { title: '没有这张订单', advice: '如已付款，请到服务台核对' },
} as const satisfies Readonly<Record<string, Failure>>;

export const finesAtDeskRefusals = {
  'no-such-card': { title: '没有这张证的记录', advice: '核对证号' },
} as const satisfies Readonly<Record<string, Failure>>;

/** Why staff could not settle a fine. */
export const settleFineRefusals = {
  'no-such-fine': noSuchFine,
  'already-settled': settled,
} as const satisfies Readonly<Record<string, Failure>>;

/** Why staff could not note that money was given back. */
export const giveBackRefusals = {
  'no-such-payment': { title: '没有这笔付款', advice: lookAgain },
  'nothing-to-give-back': { title: '这笔已经退过了', advice: lookAgain },
} as const satisfies Readonly<Record<string, Failure>>;
