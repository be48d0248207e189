import { askModal } from '../frame/dialogs';
import { words } from '../wording';
import { defineApi } from './define-api';

/** A dialog stands for WeChat's sheet. */
export function paymentApi() {
  return {
    requestPayment: defineApi('requestPayment', async () => {
      const answer = await askModal({ content: words.payment, confirmText: words.pay });
      if (!(answer as { confirm: boolean }).confirm) throw new Error('cancel');
    }),
  };
}
