/** The card to be shown at the desk and at the gate. */
export const digitalCardWording = {
  barcode: (card: string): string => `借阅证条码 ${card}`,
  qr: '借阅证二维码',
  qrHint: '给馆员扫，每分钟自动换新',
  qrLoading: '正在取二维码…',
  offline: '二维码要联网才能出示',
  offlineAdvice: '上面的条码不用联网，一样能扫',
  none: '图书馆还没有启用二维码',
  noneAdvice: '请出示上面的条码',
  unboundAdvice: '绑定后，手机就是借阅证',
  more: '这张证',
} as const;
