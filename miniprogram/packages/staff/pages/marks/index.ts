import { askFirst, say } from '../../../../platform/notify';
import { decoded } from '../../../../platform/routes';
import { scanBarcode } from '../../../../platform/scan';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import type { LoanMark, LoanMarkingField } from '../../../../stores/staff/loan-marking';
import { openLoanMarking } from '../../../../stores/index';
import { loanMarksWording, loanMarkWords } from '../../../../wording/zh-CN/staff/loan-marks';
import { markFields } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: LoanMarkingField }>;

StorePage({
  store: openLoanMarking,
  fields: markFields,
  data: { wording: loanMarksWording, barcode: '', reason: '', barcodeFault: '', reasonFault: '', marks: [] },
  methods: {
    onLoad({ barcode }: { barcode?: string }) {
      this.store.type('barcode', decoded(barcode));
    },
    type({ detail, currentTarget }: Typed) {
      this.store.type(currentTarget.dataset.field, detail.value);
    },
    async scan() {
      const barcode = await scanBarcode();
      if (barcode !== null) this.store.type('barcode', barcode);
    },
    look() {
      void this.store.look();
    },
    async mark({ currentTarget }: Tap<{ mark: LoanMark; isOn: boolean }>) {
      const { mark, isOn } = currentTarget.dataset;
      const { found } = this.store;
      if (found === null) return;
      const words = loanMarkWords[mark];
      const question = isOn ? words.askBack(found.title) : words.ask(found.title);
      if (!(await askFirst(question, isOn ? loanMarksWording.takeBack : loanMarksWording.mark))) return;
      if (await this.store.mark(mark, !isOn)) say(isOn ? loanMarksWording.doneBack : loanMarksWording.done);
    },
    next() {
      this.store.startOver();
    },
  },
});
