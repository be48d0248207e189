import type { LoanRow } from '../../format/loan-row';
import { loansWording } from '../../wording/zh-CN/circulation/loans';

const noRow: Partial<LoanRow> = {};

/** A loan as `format/loan-row.ts` writes it; reports `open`. While `choosing` only what can be renewed reports. */
Component({
  properties: {
    row: { type: Object, value: noRow },
    choosing: { type: Boolean, value: false },
    chosen: { type: Boolean, value: false },
  },
  data: { wording: loansWording },
  methods: {
    open() {
      const { row, choosing } = this.data;
      if (choosing && row.isRenewable !== true) return;
      this.triggerEvent('open', { loanId: row.loanId });
    },
  },
});
