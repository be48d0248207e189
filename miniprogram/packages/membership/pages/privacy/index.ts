import { endPull, open, scrollToTop } from '../../../../platform/navigate';
import { askFirst, copyText, say } from '../../../../platform/notify';
import { openPrivacyGuide } from '../../../../platform/privacy';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { openPrivacy } from '../../../../stores/index';
import type { ConsentKind } from '../../../../stores/membership/privacy';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { privacyWording } from '../../../../wording/zh-CN/membership/privacy-page';
import { privacyFields } from './view';

type Switched = WechatMiniprogram.TouchEvent<object, object, { kind: ConsentKind; isGiven: boolean }>;

StorePage({
  store: openPrivacy,
  fields: privacyFields,
  data: { wording: privacyWording, actions: failureActions, consents: [], kept: [] },
  methods: {
    onLoad() {
      this.load();
    },
    async onPullDownRefresh() {
      await this.store.load();
      endPull();
    },
    load() {
      void this.store.load();
    },
    toggle({ currentTarget }: Switched) {
      const { kind, isGiven } = currentTarget.dataset;
      void this.store.setConsent(kind, !isGiven);
    },
    openAccess() {
      open(routes.access());
    },
    openGuide() {
      openPrivacyGuide();
    },
    async export() {
      const exported = await this.store.export();
      if (exported === null) return;
      const { exportedInPart, notExported } = privacyWording;
      if (!(await copyText(exported.text))) say(notExported);
      else say(exported.isShortened ? exportedInPart : privacyWording.exported);
    },
    async delete() {
      if (!(await askFirst(privacyWording.deleteQuestion, privacyWording.deleteYes))) return;
      await this.store.delete();
      if (this.store.deleted !== null) scrollToTop();
    },
  },
});
