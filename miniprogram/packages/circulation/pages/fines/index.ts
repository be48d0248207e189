import { outOfDateNote } from '../../../../format/block-notes';
import { dayLabel } from '../../../../format/day-labels';
import { fineRows, soFarRows } from '../../../../format/fine-rows';
import { yuan } from '../../../../format/money';
import { inPieces } from '../../../../format/pieces';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import { endPull, open } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { StorePage } from '../../../../platform/store-page';
import { cardState, loadForCard } from '../../../../stores/card-state';
import { openFines, openPaying, session } from '../../../../stores/index';
import type { RemoteValue } from '../../../../stores/remote-value';
import { finesWording } from '../../../../wording/zh-CN/circulation/fines-page';
import { owedFines, payFields } from './pay';

type Fines = RemoteValue<'circulation.fines'>;

const isEmpty = ({ value }: Fines): boolean =>
  value !== null && value.soFar.length + value.fines.length === 0 && value.borrowingSuspendedUntil === null;

StorePage({
  store: () => ({ session, fines: openFines(), paying: openPaying() }),
  fields: {
    state: (stores) => cardState(stores.session, stores.fines.status, isEmpty(stores.fines)),
    failure: (stores) => cardFailureNote(stores.session, 'circulation.fines', stores.fines.failure),
    unbound: (stores) => unboundNote(stores.session.isReplaced, finesWording.unboundAdvice),
    outOfDate: ({ fines }) => outOfDateNote(fines, phoneDay()),
    owed: ({ fines }) => yuan(fines.value?.owed ?? 0),
    isOwing: ({ fines }) => (fines.value?.owed ?? 0) > 0,
    ...payFields,
    suspended: ({ fines }) => {
      const until = fines.value?.borrowingSuspendedUntil ?? null;
      return until === null ? '' : finesWording.suspendedUntil(dayLabel(until, libraryDayOf(fines)));
    },
    soFar: ({ fines }) => (fines.value === null ? [] : soFarRows(fines.value, libraryDayOf(fines))),
  },
  rows: [
    {
      field: 'pieces',
      chunks: ({ fines }) =>
        inPieces(fines.value === null ? [] : fineRows(fines.value, libraryDayOf(fines)), 20),
    },
  ],
  data: {
    wording: finesWording,
    state: 'loading',
    failure: { title: '', advice: '' },
    unbound: { title: '', advice: '', action: '' },
    empty: { title: finesWording.empty, advice: finesWording.emptyAdvice },
    soFar: [],
    pieces: [],
  },
  methods: {
    onShow() {
      this.load();
    },
    async onPullDownRefresh() {
      await this.store.fines.load();
      endPull();
    },
    load() {
      void this.loadAndResume();
    },
    /** What was begun on an earlier visit may have been paid since. */
    async loadAndResume() {
      const { session: card, fines, paying } = this.store;
      await loadForCard(card, fines);
      const begun = fines.seenAt === null ? fines.value?.openPayment : null;
      if (begun && (await paying.resume(begun.paymentId))) await fines.load();
    },
    async pay() {
      const { fines, paying } = this.store;
      if (await paying.pay(owedFines(fines))) say(finesWording.paid);
      await fines.load();
    },
    bind() {
      open(routes.bind());
    },
  },
});
