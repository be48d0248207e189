import { createStoreBindings } from 'mobx-miniprogram-bindings';
import { tally } from '../../stores/tally';
import { journal } from '../../stores/journal';

Page({
  data: { count: 0, double: 0 },
  onLoad() {
    createStoreBindings(this, { store: tally, fields: ['count', 'double'], actions: ['add'] });
    journal.push('second onLoad');
  },
  onShow() {
    journal.push('second onShow');
  },
  onHide() {
    journal.push('second onHide');
  },
});
