import { takenFileWording } from '../../wording/zh-CN/taken-file';

/** A file that is ready to be taken along; reports `send` and `copy`, each a tap of its own. */
Component({
  properties: {
    name: { type: String, value: '' },
    note: { type: String, value: '' },
    file: { type: Boolean, value: true },
  },
  data: { wording: takenFileWording },
  methods: {
    send() {
      this.triggerEvent('send');
    },
    copy() {
      this.triggerEvent('copy');
    },
  },
});
