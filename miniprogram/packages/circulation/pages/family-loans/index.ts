import { dayLabel } from '../../../../format/day-labels';
import { noRenewSheet } from '../../../../format/renew-sheet';
import { noRenewalLines } from '../../../../format/renewal-results';
import { libraryDayOf } from '../../../../platform/clock';
import { endPull, open, replace } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { decoded, routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { loadForCard } from '../../../../stores/card-state';
import { renewOpened } from '../../../../stores/circulation/renew-opened';
import { openFamilyLoans } from '../../../../stores/family';
import { libraryToday, session } from '../../../../stores/index';
import { Opened } from '../../../../stores/opened';
import { loansWording } from '../../../../wording/zh-CN/circulation/loans';
import { familyLoansWording } from '../../../../wording/zh-CN/membership/family-page';
import { familyLoansFields, familyLoansRows, openBookOf } from './view';

type Chosen = WechatMiniprogram.CustomEvent<{ loanId: string }>;

StorePage({
  store: ({ linkId }) => ({
    session,
    shown: openFamilyLoans(decoded(linkId)),
    opened: new Opened(),
    today: libraryToday,
  }),
  fields: familyLoansFields,
  rows: familyLoansRows,
  data: {
    wording: familyLoansWording,
    state: 'loading',
    failure: { title: '', advice: '' },
    unbound: { title: '', advice: '', action: '' },
    empty: { title: '', advice: '' },
    glyph: '',
    pieces: [],
    holds: [],
    sheet: noRenewSheet,
    renewal: noRenewalLines,
    renewalFailure: '',
  },
  methods: {
    onShow() {
      this.load();
      if (this.store.today.value === null) void this.store.today.load();
    },
    async onPullDownRefresh() {
      await this.store.shown.load();
      endPull();
    },
    load() {
      void loadForCard(this.store.session, this.store.shown);
    },
    bind() {
      open(routes.bind());
    },
    backToFamily() {
      replace(routes.family());
    },
    tapLoan({ detail }: Chosen) {
      this.store.shown.loans.closeResults();
      this.store.opened.open(detail.loanId);
    },
    closeSheet() {
      this.store.opened.close();
      this.store.shown.loans.closeResults();
    },
    openBook() {
      const bookId = openBookOf(this.store);
      this.closeSheet();
      open(routes.book(bookId));
    },
    async renewOne() {
      const { loans } = this.store.shown;
      const newDueOn = await renewOpened(loans, this.store.opened);
      if (newDueOn !== null) say(loansWording.renewed(dayLabel(newDueOn, libraryDayOf(loans.list))));
    },
    askToRenewAll() {
      this.store.shown.loans.askToRenewAll();
    },
    /** The button of the sheet renews where it shows what would happen, and closes where it happened. */
    actOnLines() {
      const { loans } = this.store.shown;
      if (loans.results === null) void loans.renew(loans.renewable.map(({ loanId }) => loanId));
      else this.closeLines();
    },
    closeLines() {
      this.store.shown.loans.stopAsking();
      this.store.shown.loans.closeResults();
    },
  },
});
