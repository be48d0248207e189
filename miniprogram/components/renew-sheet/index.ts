import { noRenewSheet } from '../../format/renew-sheet';
import { loansWording } from '../../wording/zh-CN/circulation/loans';

/**
 * One loan on a sheet, as `format/renew-sheet.ts` writes it: what a renewal would do, or every reason why there is
 * none. Reports `renew`, `book` and `close`.
 */
Component({
  properties: {
    show: { type: Boolean, value: false },
    loan: { type: Object, value: noRenewSheet },
    busy: { type: Boolean, value: false },
    failure: { type: String, value: '' },
  },
  data: { wording: loansWording },
  methods: {
    renew() {
      if (!this.data.busy) this.triggerEvent('renew');
    },
    book() {
      this.triggerEvent('book');
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
