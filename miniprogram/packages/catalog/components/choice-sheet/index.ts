import type { Choice } from '../../../../format/facet-chips';
import type { Tap } from '../../../../platform/tap';

/** A sheet from below with one choice to make; reports `choose` with the value, and `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    choices: { type: Array, value: [] as Choice[] },
  },
  methods: {
    choose({ currentTarget }: Tap<{ value: string }>) {
      this.triggerEvent('choose', { value: currentTarget.dataset.value });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
