import { greetingAt } from '../../format/greeting';
import { showUnread } from '../../platform/badge';
import { phoneHour } from '../../platform/clock';
import { callPhone, endPull, open, openTab } from '../../platform/navigate';
import { routes } from '../../platform/routes';
import { scanBook } from '../../platform/scan-book';
import { StorePage } from '../../platform/store-page';
import type { Tap } from '../../platform/tap';
import {
  hotSearches,
  libraryToday,
  loans,
  messages,
  newOnShelf,
  searchEntry,
  session,
} from '../../stores/index';
import { loadWithSession } from '../../stores/card-state';
import { homeWording } from '../../wording/zh-CN/home';
import { homeAtFirst, homeFields } from './view';

StorePage({
  store: () => ({ today: libraryToday, arrivals: newOnShelf, hot: hotSearches, session, loans }),
  fields: homeFields,
  data: homeAtFirst,
  methods: {
    onLoad() {
      this.loadToday();
      this.loadArrivals();
      this.loadHot();
    },
    onShow() {
      showUnread(messages.unread);
      this.setData({ greeting: greetingAt(phoneHour()) });
      void this.loadMine();
    },
    async onPullDownRefresh() {
      const { today, arrivals, hot } = this.store;
      await Promise.all([today.load(), arrivals.load(), hot.load(), this.loadMine()]);
      endPull();
    },
    onShareAppMessage() {
      const library = this.store.today.value?.name ?? homeWording.defaultTitle;
      return { title: homeWording.share(library), path: routes.home() };
    },
    loadMine(): Promise<void> {
      return loadWithSession(this.store.session, this.store.loans.list);
    },
    openLoans() {
      openTab(routes.loans());
    },
    openHolds() {
      open(routes.holds());
    },
    openCard() {
      open(routes.card());
    },
    openMine() {
      if (this.store.session.status === 'unbound') open(routes.bind());
      else this.openLoans();
    },
    actOnMine() {
      if (this.data.loansState !== 'failed') {
        if (this.store.session.status === 'bound') this.store.loans.askToRenewAll();
        this.openMine();
      } else void this.loadMine();
    },
    loadToday() {
      void this.store.today.load();
    },
    loadArrivals() {
      void this.store.arrivals.load();
    },
    loadHot() {
      void this.store.hot.load();
    },
    openSearch() {
      searchEntry.askForTyping();
      openTab(routes.search());
    },
    scan() {
      void scanBook();
    },
    openBrowse() {
      open(routes.browse());
    },
    openArrivals() {
      open(routes.arrivals());
    },
    openBook({ currentTarget }: Tap<{ bookId: string }>) {
      open(routes.book(currentTarget.dataset.bookId));
    },
    searchFor({ currentTarget }: Tap<{ query: string }>) {
      open(routes.results({ query: currentTarget.dataset.query }));
    },
    call({ currentTarget }: Tap<{ phone: string }>) {
      callPhone(currentTarget.dataset.phone);
    },
  },
});
