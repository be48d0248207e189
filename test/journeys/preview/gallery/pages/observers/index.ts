type Status = WechatMiniprogram.IntersectionObserverObserveCallbackResult;

Page({
  data: { seen: [] as string[] },
  onReady() {
    const note = (kind: string) => (status: Status) => {
      const { name } = status.dataset as { name: string };
      const seen = `${kind} ${status.id} ${name} ${status.intersectionRatio > 0 ? 'in' : 'out'}`;
      this.setData({ seen: [...this.data.seen, seen] });
    };
    this.createIntersectionObserver({ observeAll: true }).relativeToViewport().observe('.box', note('plain'));
    this.createIntersectionObserver({ observeAll: true })
      .relativeToViewport({ bottom: 300 })
      .observe('.box', note('early'));
    this.createIntersectionObserver({ initialRatio: 1 })
      .relativeTo('.room')
      .observe('#first', note('within'));
  },
});
