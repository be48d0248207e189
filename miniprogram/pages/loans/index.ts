import { dayLabel } from '../../format/day-labels';
import { showUnread } from '../../platform/badge';
import { libraryDayOf } from '../../platform/clock';
import { endPull, open, openTab } from '../../platform/navigate';
import { say } from '../../platform/notify';
import { routes } from '../../platform/routes';
import { StorePage } from '../../platform/store-page';
import { loans, messages, session } from '../../stores/index';
import { loadWithSession } from '../../stores/card-state';
import { renewOpened } from '../../stores/circulation/renew-opened';
import { Opened } from '../../stores/opened';
import { loansWording } from '../../wording/zh-CN/circulation/loans';
import { loansAtFirst, loansFields, loansRows, openBookOf } from './view';

type Chosen = WechatMiniprogram.CustomEvent<{ loanId: string }>;

StorePage({
  store: () => ({ session, loans, opened: new Opened() }),
  fields: loansFields,
  rows: loansRows,
  data: loansAtFirst,
  methods: {
    /** A tab stays open: what was borrowed or renewed elsewhere meanwhile is seen on coming back. */
    onShow() {
      showUnread(messages.unread);
      this.load();
    },
    onHide() {
      this.closeSheet();
      this.closeLines();
      this.store.loans.stopChoosing();
    },
    async onPullDownRefresh() {
      await loadWithSession(this.store.session, this.store.loans.list);
      endPull();
    },
    load() {
      void loadWithSession(this.store.session, this.store.loans.list);
    },
    bind() {
      open(routes.bind());
    },
    openHolds() {
      open(routes.holds());
    },
    openHistory() {
      open(routes.history());
    },
    openSearch() {
      openTab(routes.search());
    },
    tapLoan({ detail }: Chosen) {
      if (this.store.loans.chosen === null) {
        this.store.loans.closeResults();
        this.store.opened.open(detail.loanId);
      } else this.store.loans.toggle(detail.loanId);
    },
    closeSheet() {
      this.store.opened.close();
      this.store.loans.closeResults();
    },
    openBook() {
      const bookId = openBookOf(this.store);
      this.closeSheet();
      open(routes.book(bookId));
    },
    async renewOne() {
      const { loans: store, opened } = this.store;
      const newDueOn = await renewOpened(store, opened);
      if (newDueOn !== null) say(loansWording.renewed(dayLabel(newDueOn, libraryDayOf(store.list))));
    },
    renewSeveral() {
      const { loans: store } = this.store;
      void store.renew(store.chosen ?? store.renewable.map(({ loanId }) => loanId));
    },
    choose() {
      if (this.store.loans.chosen === null) this.store.loans.startChoosing();
      else this.store.loans.stopChoosing();
    },
    /** The button of the sheet renews where it shows what would happen, and closes where it happened. */
    actOnLines() {
      if (this.store.loans.results === null) this.renewSeveral();
      else this.closeLines();
    },
    closeLines() {
      this.store.loans.stopAsking();
      this.store.loans.closeResults();
    },
  },
});
