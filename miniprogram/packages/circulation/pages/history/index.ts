import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { phoneDay } from '../../../../platform/clock';
import { endPull, open } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { sayHowSent, sayWhetherCopied } from '../../../../platform/say-taken';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { loadForCard } from '../../../../stores/card-state';
import type { HistoryOrder } from '../../../../stores/circulation/history-store';
import { openHistory, session } from '../../../../stores/index';
import { historyWording } from '../../../../wording/zh-CN/circulation/history';
import { historyOrders, historyPieces, historyState } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

StorePage({
  store: () => ({ session, history: openHistory() }),
  fields: {
    state: historyState,
    failure: (stores) => {
      const { choices, pages } = stores.history;
      return choices.failure === null
        ? cardFailureNote(stores.session, 'circulation.loanHistory', pages.failure)
        : cardFailureNote(stores.session, 'circulation.loanChoices', choices.failure);
    },
    unbound: (stores) => unboundNote(stores.session.isReplaced, historyWording.unboundAdvice),
    outOfDate: ({ history }) => outOfDateNote(history.choices, phoneDay()),
    isOn: ({ history }) => history.isOn,
    isBusy: ({ history }) => history.choosing.isBusy,
    total: ({ history }) => historyWording.total(history.total),
    hasMore: ({ history }) => history.pages.hasMore,
    orders: ({ history }) => historyOrders(history.order),
    isNothing: ({ history }) => history.pages.list.length > 0 && history.total === 0,
    words: ({ history }) => history.words,
    taken: ({ history }) => (history.isOn ? (history.taken.ready?.name ?? '') : ''),
    isFile: ({ history }) => history.taken.isFile,
  },
  rows: [{ field: 'pieces', chunks: historyPieces }],
  data: {
    wording: historyWording,
    state: 'loading',
    failure: { title: '', advice: '' },
    unbound: { title: '', advice: '', action: '' },
    orders: [],
    takenNote: '',
    pieces: [],
  },
  methods: {
    onLoad() {
      this.load();
    },
    async onPullDownRefresh() {
      await this.store.history.load();
      endPull();
    },
    load() {
      void loadForCard(this.store.session, this.store.history);
    },
    bind() {
      open(routes.bind());
    },
    async turnOn() {
      if (!(await this.store.history.choose({ history: true }))) this.sayWhyNot();
    },
    async turnOff() {
      const { turnOffQuestion, turnOffYes } = historyWording;
      if (!(await askFirst(turnOffQuestion, turnOffYes))) return;
      if (!(await this.store.history.choose({ history: false }))) this.sayWhyNot();
    },
    sayWhyNot() {
      say(failureNote('circulation.chooseLoans', this.store.history.choosing.failure).title);
    },
    find({ detail }: Typed) {
      void this.store.history.find(detail.value.trim(), this.store.history.order);
    },
    sort({ currentTarget }: Tap<{ order: HistoryOrder }>) {
      void this.store.history.find(this.store.history.words, currentTarget.dataset.order);
    },
    more() {
      void this.store.history.pages.more();
    },
    onReachBottom() {
      this.more();
    },
    openBook({ currentTarget }: Tap<{ bookId: string }>) {
      open(routes.book(currentTarget.dataset.bookId));
    },
    async exportCsv() {
      const table = await this.store.history.exported(historyWording.columns);
      if (table === null) return say(historyWording.notExported);
      this.setData({ takenNote: historyWording.exported(table.loans) });
      await this.store.history.taken.prepare({ kind: 'csv', name: historyWording.fileName, text: table.csv });
    },
    async send() {
      sayHowSent(await this.store.history.taken.send());
    },
    async copy() {
      sayWhetherCopied(await this.store.history.taken.copy());
    },
  },
});
