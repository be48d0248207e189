import { bookWording } from '../../../../wording/zh-CN/catalog/book';

/** What one holds up at the shelf: the call number in large type, and where the shelf is. Reports `copy`, `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    finding: { type: Object, value: {} },
  },
  data: { wording: bookWording },
  methods: {
    copy() {
      this.triggerEvent('copy');
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
