import { copyText } from '../../../../platform/notify';
import { endPull, open, openTab } from '../../../../platform/navigate';
import { decoded, routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { libraryToday, openBook } from '../../../../stores/index';
import { bookWording } from '../../../../wording/zh-CN/book';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { bookFields, findingOf } from './view';

const copiesAtFirst = 6;

StorePage({
  store: ({ bookId, foundBy }) => ({
    book: openBook(decoded(bookId), foundBy === undefined ? undefined : decoded(foundBy)),
    today: libraryToday,
  }),
  fields: bookFields,
  data: {
    wording: bookWording,
    actions: failureActions,
    copies: [],
    editions: [],
    copiesShown: copiesAtFirst,
    isFinding: false,
  },
  methods: {
    onLoad() {
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
    showAllCopies() {
      this.setData({ copiesShown: this.data.copiesShown + 40 });
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
    copyCallNumber() {
      const callNumber = findingOf(this.store)?.callNumber ?? '';
      if (callNumber !== '') void copyText(callNumber);
    },
  },
});
