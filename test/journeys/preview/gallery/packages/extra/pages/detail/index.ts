import { journal } from '../../../../stores/journal';

Page({
  data: { id: '', name: '' },
  onLoad({ id = '', name = '' }) {
    journal.push(`detail onLoad ${id}`);
    this.setData({ id, name });
  },
  onUnload() {
    journal.push('detail onUnload');
  },
});
