import { clothOf } from '../../format/cloth';

/**
 * A drawn cover, 3:4 and as wide as the place it stands in: the title on a cloth binding whose colour belongs to
 * the record. `size` says how large the title is set: `row`, `shelf` or `page`.
 */
Component({
  properties: {
    recordId: { type: String, value: '' },
    title: { type: String, value: '' },
    author: { type: String, value: '' },
    size: { type: String, value: 'row' },
  },
  data: { cloth: 0 },
  observers: {
    recordId(recordId: string) {
      this.setData({ cloth: clothOf(recordId) });
    },
  },
});
