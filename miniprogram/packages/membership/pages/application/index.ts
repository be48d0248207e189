import { endPull, open } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { privacyAgreed } from '../../../../platform/privacy';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { hasApplicationDraft, myApplication, onlineOffers, session } from '../../../../stores/index';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { bindingWording } from '../../../../wording/zh-CN/membership/binding';
import { myApplicationWording } from '../../../../wording/zh-CN/membership/my-application';
import { afterBinding } from '../../after-binding';
import { applicationFields } from './view';

StorePage({
  store: () => ({ mine: myApplication, offers: onlineOffers, session }),
  fields: applicationFields,
  data: {
    wording: myApplicationWording,
    actions: failureActions,
    hasDraft: false,
    steps: [],
    details: [],
    offers: [],
  },
  methods: {
    onShow() {
      this.store.mine.rebinding.forget();
      this.setData({ hasDraft: hasApplicationDraft() });
      this.load();
    },
    async onPullDownRefresh() {
      await Promise.all([this.store.mine.latest.load(), this.store.offers.load()]);
      endPull();
    },
    load() {
      void this.store.mine.latest.load();
      void this.store.session.load();
      if (this.store.offers.status !== 'content') this.loadOffers();
    },
    loadOffers() {
      void this.store.offers.load();
    },
    apply() {
      open(routes.apply());
    },
    showCard() {
      open(routes.card());
    },
    async bindAgain() {
      if (!(await privacyAgreed())) return say(bindingWording.privacyRefused);
      const bound = await this.store.mine.rebinding.run({});
      if (bound === null) return;
      this.store.session.cardBound(bound.card);
      await afterBinding(bound.card);
      this.load();
    },
    correct() {
      open(routes.apply('correct'));
    },
    async withdraw() {
      const { askWithdraw, withdraw } = myApplicationWording;
      if (await askFirst(askWithdraw, withdraw)) await this.store.mine.withdraw();
    },
  },
});
