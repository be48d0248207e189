import { noHoldView } from '../../../../format/hold-view';
import { copyText, say } from '../../../../platform/notify';
import { endPull, open, openTab, startOverAt } from '../../../../platform/navigate';
import { decoded, routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { libraryToday, openBook, openHoldOffer, session } from '../../../../stores/index';
import { Unfolding } from '../../../../stores/unfolding';
import { bookWording } from '../../../../wording/zh-CN/catalog/book';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { holdOfferWording } from '../../../../wording/zh-CN/circulation/holds-page';
import { holdFields, pickupBranches } from './hold';
import { bookFields, bookRows, findingOf } from './view';

StorePage({
  store: ({ bookId, foundBy }) => ({
    book: openBook(decoded(bookId), foundBy === undefined ? undefined : decoded(foundBy)),
    today: libraryToday,
    hold: openHoldOffer(decoded(bookId)),
    session,
    unfoldedCopies: new Unfolding(),
    unfoldedEditions: new Unfolding(),
  }),
  fields: { ...bookFields, ...holdFields },
  rows: bookRows,
  data: {
    wording: { ...bookWording, holdCopy: holdOfferWording.holdCopy },
    actions: failureActions,
    copies: [],
    editions: [],
    isFinding: false,
    isHolding: false,
    hold: noHoldView,
  },
  methods: {
    onLoad({ bookId = '' }) {
      // A link that was cut short leads to no book: trying again would never help.
      if (bookId === '') return startOverAt(routes.notFound());
      this.load();
      if (this.store.today.value === null) void this.store.today.load();
    },
    async onPullDownRefresh() {
      await this.store.book.load();
      endPull();
    },
    onShareAppMessage() {
      const record = this.store.book.value?.record;
      return record === undefined
        ? { title: bookWording.title, path: routes.home() }
        : { title: bookWording.shareTitle(record.title), path: routes.book(record.bookId) };
    },
    load() {
      void this.store.book.load();
    },
    showMoreCopies() {
      this.store.unfoldedCopies.more();
    },
    showMoreEditions() {
      this.store.unfoldedEditions.more();
    },
    openSearch() {
      openTab(routes.search());
    },
    openEdition({ currentTarget }: Tap<{ bookId: string }>) {
      open(routes.book(currentTarget.dataset.bookId));
    },
    searchAuthor({ currentTarget }: Tap<{ query: string }>) {
      open(routes.results({ query: currentTarget.dataset.query, field: 'author' }));
    },
    searchSubject({ currentTarget }: Tap<{ query: string }>) {
      open(routes.results({ query: currentTarget.dataset.query, field: 'subject' }));
    },
    openClass({ currentTarget }: Tap<{ clc: string }>) {
      open(routes.results({ clc: currentTarget.dataset.clc }));
    },
    find() {
      this.setData({ isFinding: true });
    },
    stopFinding() {
      this.setData({ isFinding: false });
    },
    /** For one copy where the tap says which. Without a card the way leads to binding one, and back to this book. */
    async openHold({ currentTarget }: Tap<{ barcode?: string }>) {
      if (this.store.session.status !== 'bound') await this.store.session.load();
      if (this.store.session.status === 'unbound') {
        say(holdOfferWording.bindFirst);
        return open(routes.bind());
      }
      this.store.hold.askFor(currentTarget.dataset.barcode ?? null);
      this.setData({ isHolding: true });
      this.loadOffer();
    },
    loadOffer() {
      this.store.hold.choose(this.store.hold.branchId || (pickupBranches(this.store)[0]?.branchId ?? ''));
      void this.store.hold.offer.load();
    },
    closeHold() {
      this.setData({ isHolding: false });
    },
    chooseBranch({ detail }: WechatMiniprogram.CustomEvent<{ branchId: string }>) {
      this.store.hold.choose(detail.branchId);
    },
    placeHold() {
      void this.store.hold.place();
    },
    watch() {
      void this.store.hold.toggleWatch();
    },
    openHolds() {
      this.closeHold();
      open(routes.holds());
    },
    async copyCallNumber() {
      const callNumber = findingOf(this.store)?.callNumber ?? '';
      if (callNumber !== '' && !(await copyText(callNumber))) say(bookWording.notCopied);
    },
  },
});
