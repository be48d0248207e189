import { goBack, open } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { privacyAgreed } from '../../../../platform/privacy';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { BindingField } from '../../../../stores/membership/binding';
import { openBinding } from '../../../../stores/index';
import { bindingWording } from '../../../../wording/zh-CN/membership/binding';
import { afterBinding } from '../../after-binding';
import { bindFields, noBindingText } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: BindingField }>;

StorePage({
  store: openBinding,
  fields: bindFields,
  data: { wording: bindingWording, ...noBindingText },
  methods: {
    onLoad() {
      this.store.open();
    },
    onUnload() {
      this.store.close();
    },
    type({ detail, currentTarget }: Typed) {
      this.store.type(currentTarget.dataset.field, detail.value);
    },
    toggleConsent() {
      this.store.consent(!this.store.hasConsent);
    },
    openDeskCode() {
      open(routes.deskCode());
    },
    openApplication() {
      open(routes.application());
    },
    openUnbind() {
      open(routes.unbind());
    },
    startOver() {
      this.store.startOver();
    },
    async bind() {
      if (!(await privacyAgreed())) return say(bindingWording.privacyRefused);
      const card = await this.store.bind();
      if (card === null) return;
      await afterBinding(card);
      goBack(routes.me());
    },
  },
});
