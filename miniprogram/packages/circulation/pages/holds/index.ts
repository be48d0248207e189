import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { dayLabel } from '../../../../format/day-labels';
import { holdRow, restChoice } from '../../../../format/hold-row';
import { inPieces } from '../../../../format/pieces';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import { endPull, open, openTab } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { branchNamesOf } from '../../../../stores/branch-names';
import { cardState, loadForCard } from '../../../../stores/card-state';
import type { HoldsStore } from '../../../../stores/circulation/holds-store';
import { holds, libraryToday, session } from '../../../../stores/index';
import { holdsWording } from '../../../../wording/zh-CN/circulation/holds-page';
import { loansWording } from '../../../../wording/zh-CN/circulation/loans';

type HoldTap = Tap<{ holdId: string; title: string; bookId: string; ready: boolean }>;
type Picked = WechatMiniprogram.CustomEvent<{ value: string }, object, { holdId: string }>;

const dayOf = ({ list }: HoldsStore): string => libraryDayOf(list);
const failureOf = ({ cancelling, suspending, watching }: HoldsStore): string =>
  failureNote('circulation.cancelHold', cancelling.failure).title ||
  failureNote('circulation.suspendHold', suspending.failure).title ||
  failureNote('circulation.watch', watching.failure).title;

StorePage({
  store: () => ({ session, holds, today: libraryToday }),
  fields: {
    state: (stores) => {
      const { value, status } = stores.holds.list;
      return cardState(stores.session, status, value?.holds.length === 0 && value.watches.length === 0);
    },
    failure: (stores) => cardFailureNote(stores.session, 'circulation.holds', stores.holds.list.failure),
    unbound: (stores) => unboundNote(stores.session.isReplaced, holdsWording.unboundAdvice),
    outOfDate: (stores) => outOfDateNote(stores.holds.list, phoneDay()),
    rest: (stores) => restChoice(stores.holds.list.value?.mayRestThrough, dayOf(stores.holds)),
    isBusy: (stores) => stores.holds.isBusy,
    watches: (stores) =>
      (stores.holds.list.value?.watches ?? []).map(({ bookId, title, since }) => ({
        bookId,
        title,
        since: holdsWording.watchSince(dayLabel(since, dayOf(stores.holds))),
      })),
  },
  rows: [
    {
      field: 'pieces',
      chunks: (stores) =>
        inPieces(
          (stores.holds.list.value?.holds ?? []).map((hold) =>
            holdRow(hold, branchNamesOf(stores.today), dayOf(stores.holds)),
          ),
        ),
    },
  ],
  data: {
    wording: holdsWording,
    state: 'loading',
    failure: { title: '', advice: '' },
    unbound: { title: '', advice: '', action: '' },
    empty: { title: holdsWording.empty, advice: holdsWording.emptyAdvice, action: loansWording.find },
    rest: { from: '', through: '', usual: '' },
    pieces: [],
    watches: [],
  },
  methods: {
    onShow() {
      this.load();
      if (this.store.today.value === null) void this.store.today.load();
    },
    async onPullDownRefresh() {
      await this.store.holds.list.load();
      endPull();
    },
    load() {
      void loadForCard(this.store.session, this.store.holds.list);
    },
    bind() {
      open(routes.bind());
    },
    openSearch() {
      openTab(routes.search());
    },
    openBook({ currentTarget }: HoldTap) {
      open(routes.book(currentTarget.dataset.bookId));
    },
    async cancel({ currentTarget }: HoldTap) {
      const { holdId, title, ready } = currentTarget.dataset;
      const ask = ready ? holdsWording.cancelReadyQuestion : holdsWording.cancelQuestion;
      if (!(await askFirst(ask(title), holdsWording.cancel, holdsWording.keep))) return;
      const isDone = await this.store.holds.cancel(holdId);
      say(isDone ? holdsWording.cancelled : failureOf(this.store.holds));
    },
    async suspend({ currentTarget, detail }: Picked) {
      const until = detail.value;
      const isDone = await this.store.holds.suspend(currentTarget.dataset.holdId, until);
      say(
        isDone ? holdsWording.rests(dayLabel(until, dayOf(this.store.holds))) : failureOf(this.store.holds),
      );
    },
    async resume({ currentTarget }: HoldTap) {
      const isDone = await this.store.holds.suspend(currentTarget.dataset.holdId, null);
      say(isDone ? holdsWording.resumed : failureOf(this.store.holds));
    },
    async stopWatching({ currentTarget }: HoldTap) {
      if (!(await this.store.holds.stopWatching(currentTarget.dataset.bookId)))
        say(failureOf(this.store.holds));
    },
  },
});
