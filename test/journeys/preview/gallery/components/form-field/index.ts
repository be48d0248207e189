Component({
  behaviors: ['wx://form-field'],
  data: { shown: '' },
  lifetimes: {
    attached() {
      this.setData({ shown: String((this.data as { name?: string }).name) });
    },
  },
});
