import { open } from '../../../../platform/navigate';
import { say } from '../../../../platform/notify';
import { routes } from '../../../../platform/routes';
import { scanBarcode, scanCard } from '../../../../platform/scan';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import type { DeskMode } from '../../../../stores/staff/desk-store';
import { libraryToday, openDesk } from '../../../../stores/index';
import { deskWording } from '../../../../wording/zh-CN/staff/desk-page';
import { loanMarksWording } from '../../../../wording/zh-CN/staff/loan-marks';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { deskFields } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

StorePage({
  store: () => ({ desk: openDesk(), today: libraryToday }),
  fields: deskFields,
  data: {
    wording: deskWording,
    actions: failureActions,
    marksEntry: loanMarksWording.entry,
    barcode: '',
    card: '',
    patron: null,
    modes: [],
    branches: [],
    lines: [],
    shelf: [],
  },
  methods: {
    onLoad() {
      void this.loadBranches();
    },
    async loadBranches() {
      if (this.store.today.value === null) await this.store.today.load();
      const [first] = this.store.today.value?.branches ?? [];
      if (this.store.desk.branchId === '' && first !== undefined)
        this.store.desk.chooseBranch(first.branchId);
    },
    show({ currentTarget }: Tap<{ mode: DeskMode }>) {
      this.store.desk.show(currentTarget.dataset.mode);
    },
    chooseBranch({ currentTarget }: Tap<{ branchId: string }>) {
      this.store.desk.chooseBranch(currentTarget.dataset.branchId);
    },
    typeCard({ detail }: Typed) {
      this.store.desk.setCard(detail.value);
    },
    typeBarcode({ detail }: Typed) {
      this.setData({ barcode: detail.value });
    },
    async scanCard() {
      const scanned = await scanCard();
      if (scanned !== null) await this.store.desk.scanCard(scanned);
    },
    nextPatron() {
      this.store.desk.setCard('');
    },
    async scan() {
      const barcode = await scanBarcode();
      if (barcode === null) return;
      this.setData({ barcode });
      await this.take();
    },
    /** A copy that was done makes room for the next; one that was refused stays to be looked at. */
    async take() {
      const { barcode } = this.data;
      if (this.store.desk.mode === 'out' && this.store.desk.patron.card === '')
        return say(deskWording.needsCard);
      if (barcode.trim() === '') return say(deskWording.needsBarcode);
      if (await this.store.desk.take(barcode)) this.setData({ barcode: '' });
    },
    openMarks() {
      open(routes.marks(this.data.barcode.trim()));
    },
    loadShelf() {
      void this.store.desk.load();
    },
  },
});
