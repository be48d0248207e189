import { noRenewalLines } from '../../format/renewal-results';
import { loansWording } from '../../wording/zh-CN/circulation/loans';

/** Several loans on a sheet, as `format/renewal-results.ts` writes them; reports `act` and `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    renewal: { type: Object, value: noRenewalLines },
    busy: { type: Boolean, value: false },
    failure: { type: String, value: '' },
  },
  data: { wording: loansWording },
  methods: {
    act() {
      if (!this.data.busy) this.triggerEvent('act');
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
