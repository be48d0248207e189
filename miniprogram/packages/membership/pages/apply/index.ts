import { askWhich, say } from '../../../../platform/notify';
import { replace, scrollToTop, setTitle } from '../../../../platform/navigate';
import { privacyAgreed, openPrivacyGuide } from '../../../../platform/privacy';
import { showChosen } from '../../../../platform/proof-files';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import type { FormField } from '../../../../stores/membership/application-draft';
import { myApplication, openApplicationForm } from '../../../../stores/index';
import { canRetry } from '../../../../stores/membership/proof-list';
import { applicationFormWording } from '../../../../wording/zh-CN/membership/application-form';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { showSentProof } from '../../show-proof';
import { applyFields } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: FormField }>;
type PhoneGiven = WechatMiniprogram.CustomEvent<{ code?: string }>;

StorePage({
  store: openApplicationForm,
  fields: applyFields,
  data: { wording: applicationFormWording, actions: failureActions, offers: [], tiles: [], summary: [] },
  methods: {
    async onLoad({ correct }: { correct?: string }) {
      this.loadOffers();
      if (correct === undefined) {
        if (this.store.resume()) say(applicationFormWording.resumed);
        return;
      }
      setTitle(applicationFormWording.correctTitle);
      if (myApplication.application === null) await myApplication.latest.load();
      if (myApplication.application === null) return replace(routes.application());
      this.store.correct(myApplication.application);
    },
    onHide() {
      this.store.keep();
    },
    onUnload() {
      this.store.keep();
    },
    loadOffers() {
      void this.store.offers.load();
    },
    choose({ currentTarget }: Tap<{ category: string }>) {
      this.store.chooseCategory(currentTarget.dataset.category);
    },
    type({ detail, currentTarget }: Typed) {
      this.store.type(currentTarget.dataset.field, detail.value);
    },
    phoneGiven({ detail }: PhoneGiven) {
      if (detail.code === undefined) say(applicationFormWording.phoneRefused);
      else this.store.givePhone(detail.code);
    },
    typePhone() {
      this.store.givePhone(null);
    },
    toggleMinor() {
      this.store.setMinor(!this.store.isMinor);
    },
    toggleConsent() {
      this.store.consent(!this.store.hasConsent);
    },
    openGuide() {
      openPrivacyGuide();
    },
    async addProof() {
      const from = await askWhich(applicationFormWording.proofFrom);
      if (from !== null) await this.store.proofs.choose(from === 0 ? 'photos' : 'documents');
    },
    async touchProof({ currentTarget }: Tap<{ proofId: string }>) {
      const item = this.store.proofs.items.find(({ proofId }) => proofId === currentTarget.dataset.proofId);
      if (item === undefined) return;
      if (canRetry(item)) await this.store.proofs.retry(item.proofId);
      else if (item.path !== '') await showChosen(item);
      else await showSentProof(item.proofId, item.isPicture);
    },
    removeProof({ currentTarget }: Tap<{ proofId: string }>) {
      this.store.proofs.remove(currentTarget.dataset.proofId);
    },
    back() {
      this.store.back();
      scrollToTop();
    },
    async go() {
      const { step } = this.store;
      if (step === 3) return this.send();
      this.store.next();
      if (this.store.step !== step) scrollToTop();
    },
    async send() {
      if (!(await privacyAgreed())) return say(applicationFormWording.privacyRefused);
      const application = await this.store.send();
      if (application === null) return;
      myApplication.put(application);
      say(applicationFormWording.submitted);
      this.openApplication();
    },
    openApplication() {
      replace(routes.application());
    },
  },
});
