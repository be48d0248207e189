import { askFromSheet, askModal, type ModalOptions } from '../frame/dialogs';
import type { ToastOptions } from '../frame/toast';
import type { Phone } from '../phone';
import { defineApi } from './define-api';

interface ActionSheet {
  itemList: string[];
  itemColor: string;
  alertText: string;
}

/** Toasts, dialogs and action sheets. */
export function interactionApi({ toast }: Phone) {
  return {
    showToast: defineApi<ToastOptions>('showToast', (options) => toast.show({ duration: 1500, ...options })),
    hideToast: defineApi('hideToast', () => toast.hide()),
    showLoading: defineApi<ToastOptions>('showLoading', ({ title = '', mask = false }) =>
      toast.show({ title, mask, icon: 'loading' }),
    ),
    hideLoading: defineApi('hideLoading', () => toast.hide()),
    showModal: defineApi<ModalOptions>('showModal', askModal),
    showActionSheet: defineApi<ActionSheet>(
      'showActionSheet',
      async ({ itemList = [], itemColor, alertText }) => {
        const look = {
          ...(alertText ? { title: alertText } : {}),
          ...(itemColor ? { color: itemColor } : {}),
        };
        const tapIndex = await askFromSheet(itemList, look);
        if (tapIndex < 0) throw new Error('cancel');
        return { tapIndex };
      },
    ),
  };
}
