import { endPull, open } from '../../../../platform/navigate';
import { askFirst } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { hasApplicationDraft, myApplication, onlineOffers } from '../../../../stores/index';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { myApplicationWording } from '../../../../wording/zh-CN/membership/my-application';
import { applicationFields } from './view';

StorePage({
  store: () => ({ mine: myApplication, offers: onlineOffers }),
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
      this.setData({ hasDraft: hasApplicationDraft() });
      this.load();
    },
    async onPullDownRefresh() {
      await Promise.all([this.store.mine.latest.load(), this.store.offers.load()]);
      endPull();
    },
    load() {
      void this.store.mine.latest.load();
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
    correct() {
      open(routes.apply('correct'));
    },
    async withdraw() {
      const { askWithdraw, withdraw } = myApplicationWording;
      if (await askFirst(askWithdraw, withdraw)) await this.store.mine.withdraw();
    },
  },
});
