import type { Paying } from '../stores/circulation/paying';

type AskToPay = ConstructorParameters<typeof Paying>[0]['askToPay'];
type SignType = NonNullable<WechatMiniprogram.RequestPaymentOption['signType']>;

/** Opens WeChat's sheet that asks to pay an order. */
export const askToPay: AskToPay = async ({ signType, ...order }) => {
  try {
    await wx.requestPayment({ ...order, signType: signType as SignType });
    return 'done';
  } catch (error) {
    const { errMsg } = error as { readonly errMsg?: unknown };
    return String(errMsg).includes('cancel') ? 'cancelled' : 'failed';
  }
};
