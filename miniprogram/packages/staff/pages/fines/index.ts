import { failureNote } from '../../../../format/block-notes';
import { fineRows, giveBackRows, soFarRows } from '../../../../format/fine-rows';
import { yuan } from '../../../../format/money';
import { libraryDayOf } from '../../../../platform/clock';
import { askFirst, say } from '../../../../platform/notify';
import { scanCard } from '../../../../platform/scan';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import type { DeskFines, DeskFinesField } from '../../../../stores/staff/desk-fines';
import { openDeskFines } from '../../../../stores/index';
import { deskFinesWording } from '../../../../wording/zh-CN/staff/desk-fines';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: DeskFinesField }>;

function headOf({ found }: DeskFines): string {
  if (found === null) return '';
  const { maskedCard, owed } = found;
  return owed > 0 ? deskFinesWording.owed(maskedCard, yuan(owed)) : deskFinesWording.nothing(maskedCard);
}

StorePage({
  store: openDeskFines,
  fields: {
    card: (store) => store.card,
    reason: (store) => store.reason,
    cardFault: (store) => (store.fault === 'card' ? deskFinesWording.cardFault : ''),
    reasonFault: (store) => (store.fault === 'reason' ? deskFinesWording.reasonFault : ''),
    isLooking: (store) => store.isLooking,
    isFound: ({ found }) => found !== null,
    head: headOf,
    fines: (fines) => (fines.found === null ? [] : fineRows(fines.found, libraryDayOf(fines))),
    soFar: (fines) => (fines.found === null ? [] : soFarRows(fines.found, libraryDayOf(fines))),
    toGiveBack: (fines) => (fines.found === null ? [] : giveBackRows(fines.found, libraryDayOf(fines))),
    failure: ({ failure }) => failureNote('circulation.finesAtDesk', failure),
    settleFailure: ({ settling }) => failureNote('circulation.settleFine', settling.failure),
    giveBackFailure: ({ givingBack }) => failureNote('circulation.giveBack', givingBack.failure),
  },
  data: {
    wording: deskFinesWording,
    card: '',
    reason: '',
    cardFault: '',
    reasonFault: '',
    fines: [],
    soFar: [],
    toGiveBack: [],
  },
  methods: {
    type({ detail, currentTarget }: Typed) {
      this.store.type(currentTarget.dataset.field, detail.value);
    },
    async scan() {
      const scanned = await scanCard();
      if (scanned !== null) this.store.type('card', scanned.text);
    },
    look() {
      void this.store.look();
    },
    async settle({ currentTarget }: Tap<{ fineId: string; how: 'paid' | 'waived' }>) {
      const { fineId, how } = currentTarget.dataset;
      const fine = this.store.found?.fines.find((each) => each.fineId === fineId);
      if (fine === undefined) return;
      const question = deskFinesWording.ask[how](fine.title, yuan(fine.amount));
      const yes = how === 'paid' ? deskFinesWording.paid : deskFinesWording.waive;
      if (!(await askFirst(question, yes))) return;
      if (await this.store.settle(fineId, how)) say(deskFinesWording.done[how]);
    },
    async giveBack({ currentTarget }: Tap<{ paymentId: string; amount: string }>) {
      const { paymentId, amount } = currentTarget.dataset;
      if (!(await askFirst(deskFinesWording.askGiveBack(amount), deskFinesWording.giveBack))) return;
      if (await this.store.giveBack(paymentId)) say(deskFinesWording.givenBack);
    },
    next() {
      this.store.startOver();
    },
  },
});
