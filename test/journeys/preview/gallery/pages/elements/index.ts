Page({
  data: {
    text: '起初',
    typed: '',
    note: '',
    slide: 0,
    city: -1,
    on: false,
    scrolled: 0,
    submitted: '',
    bubbled: '',
    cities: ['杭州', '宁波', '温州'],
    barWidth: 300,
  },
  onType({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
  },
  onNote({ detail }: WechatMiniprogram.TextareaInput) {
    this.setData({ note: detail.value });
  },
  onSlide({ detail }: WechatMiniprogram.SwiperChange) {
    this.setData({ slide: detail.current });
  },
  onCity({ detail }: WechatMiniprogram.PickerChange) {
    this.setData({ city: Number(detail.value) });
  },
  onSwitch({ detail }: WechatMiniprogram.SwitchChange) {
    this.setData({ on: detail.value });
  },
  onScroll({ detail }: WechatMiniprogram.ScrollViewScroll) {
    this.setData({ scrolled: detail.scrollTop });
  },
  onSubmit({ detail }: WechatMiniprogram.FormSubmit) {
    this.setData({ submitted: JSON.stringify(detail.value) });
  },
  onBubble({ type }: WechatMiniprogram.BaseEvent) {
    this.setData({ bubbled: `${this.data.bubbled}${type} ` });
  },
});
