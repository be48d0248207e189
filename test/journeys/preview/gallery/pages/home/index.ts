import { journal } from '../../stores/journal';

Page({
  data: { clicks: 0 },
  onLoad(query) {
    journal.push(`home onLoad ${JSON.stringify(query)}`);
  },
  onShow() {
    journal.push('home onShow');
  },
  onReady() {
    journal.push('home onReady');
  },
  onHide() {
    journal.push('home onHide');
  },
  onUnload() {
    journal.push('home onUnload');
  },
  onShareAppMessage() {
    return { title: '一本好书', path: '/packages/extra/pages/detail/index?id=7' };
  },
});
