import Dialog from '@vant/weapp/dialog/dialog';

type Tap = WechatMiniprogram.CustomEvent<object, object, { name: string }>;

Page({
  data: {
    last: '',
    field: '',
    note: '',
    picker: false,
    calendar: false,
    sheet: false,
    popup: false,
    columns: ['杭州', '宁波', '温州'],
    actions: [{ name: '甲' }, { name: '乙' }],
    rate: 3,
    on: false,
    slider: 50,
  },
  open({ currentTarget }: Tap) {
    this.setData({ [currentTarget.dataset.name]: true });
  },
  close({ currentTarget }: Tap) {
    this.setData({ [currentTarget.dataset.name]: false });
  },
  tell({ currentTarget, detail }: Tap) {
    const { name } = currentTarget.dataset;
    this.setData({ [name]: detail, last: `${name} ${JSON.stringify(detail)}` });
  },
  onPick({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ picker: false, last: `picked ${detail.value}` });
  },
  onDay({ detail }: WechatMiniprogram.CustomEvent<Date>) {
    this.setData({ calendar: false, last: `day ${new Date(detail).getDate()}` });
  },
  onAction({ detail }: WechatMiniprogram.CustomEvent<{ name: string }>) {
    this.setData({ sheet: false, last: `action ${detail.name}` });
  },
  async ask() {
    await Dialog.confirm({ title: '标题', message: '来自对话框' });
    this.setData({ last: 'confirmed' });
  },
});
