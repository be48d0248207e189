import { resultsWording } from '../../../../wording/zh-CN/catalog/results';

/** What stands under the last row: that more is coming, that it failed (tap reports `retry`), or that this is all. */
Component({
  properties: { tail: { type: String, value: 'more' } },
  data: { wording: resultsWording },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
  },
});
