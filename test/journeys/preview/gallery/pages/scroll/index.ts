Page({
  data: { rows: Array.from({ length: 30 }, (_, index) => index), refreshed: 0, reached: 0, top: 0 },
  onPullDownRefresh() {
    this.setData({ refreshed: this.data.refreshed + 1 });
  },
  onReachBottom() {
    const { rows, reached } = this.data;
    this.setData({ reached: reached + 1, rows: rows.concat(rows.length, rows.length + 1) });
  },
  onPageScroll({ scrollTop }) {
    this.setData({ top: scrollTop });
  },
});
