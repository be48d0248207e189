import { failureNote, outOfDateNote } from '../../format/block-notes';
import { greetingAt } from '../../format/greeting';
import { showUnread } from '../../platform/badge';
import { phoneDay, phoneHour } from '../../platform/clock';
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
import { loadLoans } from '../../stores/circulation/load-loans';
import { failureActions } from '../../wording/zh-CN/failures';
import { homeWording } from '../../wording/zh-CN/home';
import { mineState, mineView } from './mine';
import { arrivalCovers, arrivalsAside, branchLines } from './view';

StorePage({
  store: () => ({ today: libraryToday, arrivals: newOnShelf, hot: hotSearches, session, loans }),
  fields: {
    library: ({ today }) => today.value?.name ?? '',
    todayStatus: ({ today }) => today.status,
    todayFailure: ({ today }) => failureNote('library.today', today.failure).title,
    branches: ({ today }) => branchLines(today),
    outOfDate: ({ today, arrivals }) =>
      outOfDateNote(today, phoneDay()) || outOfDateNote(arrivals, phoneDay()),
    loansState: mineState,
    mine: mineView,
    arrivalsStatus: ({ arrivals }) => arrivals.status,
    arrivalsFailure: ({ arrivals }) => failureNote('catalog.newArrivals', arrivals.failure).title,
    arrivalsAside: ({ arrivals }) => arrivalsAside(arrivals),
    covers: ({ arrivals }) => arrivalCovers(arrivals),
    hotStatus: ({ hot }) => hot.status,
    hotFailure: ({ hot }) => failureNote('catalog.hotSearches', hot.failure).title,
    hotQueries: ({ hot }) => hot.value?.queries ?? [],
  },
  data: {
    wording: homeWording,
    actions: failureActions,
    greeting: '',
    loansState: 'loading',
    bones: [1, 2, 3],
    covers: [],
    hotQueries: [],
    branches: [],
  },
  methods: {
    onLoad() {
      this.loadToday();
      this.loadArrivals();
      this.loadHot();
    },
    onShow() {
      showUnread(messages.unread);
      this.setData({ greeting: greetingAt(phoneHour()) });
      this.loadMine();
    },
    async onPullDownRefresh() {
      await Promise.all([this.store.today.load(), this.store.arrivals.load(), this.store.hot.load()]);
      endPull();
    },
    onShareAppMessage() {
      const library = this.store.today.value?.name ?? homeWording.defaultTitle;
      return { title: homeWording.share(library), path: routes.home() };
    },
    loadMine() {
      void loadLoans(this.store);
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
      if (this.data.loansState === 'failed') return this.loadMine();
      if (this.store.session.status === 'bound') this.store.loans.askToRenewAll();
      this.openMine();
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
