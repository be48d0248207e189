import { endPull, open, scrollToTop } from '../../../../platform/navigate';
import { askFirst } from '../../../../platform/notify';
import { openPrivacyGuide } from '../../../../platform/privacy';
import { sayHowSent, sayWhetherCopied } from '../../../../platform/say-taken';
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
  data: { wording: privacyWording, actions: failureActions, consents: [], kept: [], takenNote: '' },
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
      this.setData({ takenNote: exported.isShortened ? privacyWording.exportedInPart : '' });
      await this.store.taken.prepare({ kind: 'json', name: privacyWording.fileName, text: exported.text });
    },
    async send() {
      sayHowSent(await this.store.taken.send());
    },
    async copy() {
      sayWhetherCopied(await this.store.taken.copy());
    },
    async delete() {
      if (!(await askFirst(privacyWording.deleteQuestion, privacyWording.deleteYes))) return;
      await this.store.delete();
      if (this.store.deleted !== null) scrollToTop();
    },
  },
});
