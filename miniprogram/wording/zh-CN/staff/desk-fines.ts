import { askingWording } from '../asking';
import { deskWording } from './desk-page';
/** What staff read who settle or waive what a patron owes. */
export const deskFinesWording = {
  title: '收逾期费',
  lead: '查读者的逾期费',
  advice: '查看、收费和免除都会记下，读者看得到。',
  card: '证号',
  cardHint: askingWording.scanHint,
  scan: deskWording.scan,
  cardFault: askingWording.noCard,
  reason: '原因',
  reasonHint: '如：读者来缴费',
  reasonFault: askingWording.noReason,
  look: '查看',
  looking: '正在查…',
  owed: (card: string, amount: string): string => `${card} 现在欠 ${amount}`,
  nothing: (card: string): string => `${card} 没有逾期费`,
  toGiveBack: '要退给读者的',
  paidTooMuch: '付款时已在别处结清',
  wrongAmount: '付款金额与订单不符',
  paidAs: (day: string, receipt: string): string => `${day}在线付款 · 收据号 ${receipt}`,
  soFar: '还没还的，还书后才定下来',
  paid: '已收款',
  waive: '免除',
  ask: {
    paid: (title: string, amount: string): string => `《${title}》的 ${amount} 收到了？`,
    waived: (title: string, amount: string): string => `免除《${title}》的 ${amount}？`,
  },
  done: { paid: '已记为收款', waived: '已免除' },
  notDone: '没有办成',
  next: askingWording.nextPatron,
} as const;
