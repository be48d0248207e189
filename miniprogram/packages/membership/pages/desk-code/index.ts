import { failureNote } from '../../../../format/block-notes';
import { waitLabel } from '../../../../format/wait-label';
import { open, openTab } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { privacyAgreed } from '../../../../platform/privacy';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { CodeBinding } from '../../../../stores/membership/code-binding';
import { openCodeBinding } from '../../../../stores/index';
import { bindingFaults, bindingWording } from '../../../../wording/zh-CN/membership/binding';
import { codeBindingWording } from '../../../../wording/zh-CN/staff/issue-code';
import { afterBinding } from '../../after-binding';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

function actionOf({ binding, waitMs }: CodeBinding): string {
  if (binding.isBusy) return bindingWording.sending;
  return waitMs > 0 ? waitLabel(waitMs) : bindingWording.bind;
}

StorePage({
  store: openCodeBinding,
  fields: {
    code: (store) => store.code,
    hasConsent: (store) => store.hasConsent,
    codeFault: (store) => (store.fault === 'code' ? codeBindingWording.codeFault : ''),
    consentFault: (store) => (store.fault === 'consent' ? bindingFaults.consent : ''),
    failure: (store) => failureNote('membership.bindByDeskCode', store.binding.failure),
    otherCard: (store) => (store.otherCard === '' ? '' : bindingWording.otherCard(store.otherCard)),
    isStill: (store) => store.binding.isBusy || store.waitMs > 0,
    action: actionOf,
  },
  data: {
    wording: codeBindingWording,
    unbindFirst: bindingWording.unbindFirst,
    code: '',
    codeFault: '',
    consentFault: '',
  },
  methods: {
    onLoad() {
      this.store.open();
    },
    onUnload() {
      this.store.close();
    },
    type({ detail }: Typed) {
      this.store.type(detail.value);
    },
    toggleConsent() {
      this.store.toggleConsent();
    },
    openUnbind() {
      open(routes.unbind());
    },
    async bind() {
      if (!(await privacyAgreed())) return say(bindingWording.privacyRefused);
      const card = await this.store.bind();
      if (card === null) return;
      await afterBinding(card);
      openTab(routes.me());
    },
  },
});
