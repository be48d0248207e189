import { noHoldView } from '../../../../format/hold-view';
import type { Tap } from '../../../../platform/tap';
import { holdOfferWording } from '../../../../wording/zh-CN/circulation/holds-page';

/**
 * Placing a hold, on a sheet, as `format/hold-view.ts` writes it: where to pick it up, or every reason why not, and the
 * wish to be told instead. Reports `choose` (a branch), `place`, `watch`, `mine`, `retry` and `close`.
 */
Component({
  properties: {
    show: { type: Boolean, value: false },
    hold: { type: Object, value: noHoldView },
  },
  data: { wording: holdOfferWording },
  methods: {
    choose({ currentTarget }: Tap<{ branchId: string }>) {
      this.triggerEvent('choose', { branchId: currentTarget.dataset.branchId });
    },
    place() {
      if (!this.data.hold.isBusy) this.triggerEvent('place');
    },
    watch() {
      if (!this.data.hold.isBusy) this.triggerEvent('watch');
    },
    mine() {
      this.triggerEvent('mine');
    },
    retry() {
      this.triggerEvent('retry');
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
