import { thenDay } from '../library-day';
import type { ActionOf } from '../../../../cloudfunctions/api';
import type { Output } from '../../../../cloudfunctions/kernel/contract';
import { askingWording } from '../asking';
import type { Failure } from '../failure';

type FineState = Output<ActionOf<'circulation.fines'>>['fines'][number]['state'];

export const finesWording = {
  title: '逾期费',
  owed: '现在欠',
  nothingOwed: '没有欠费',
  howToPay: '到任一服务台结清，告诉馆员证号就行',
  orPayHere: '也可以到任一服务台结清',
  pay: (amount: string): string => `在线支付 ${amount}`,
  goOn: (amount: string): string => `继续付款 ${amount}`,
  paying: askingWording.busy,
  lookAgain: '查看付款结果',
  paid: '付好了',
  receipt: (number: string): string => `收据号 ${number}`,
  soFar: '还没还的，到今天',
  soFarHint: '每天变，还书那天才定下来',
  settled: '已经定下的',
  dueOn: (day: string): string => `${day}到期`,
  late: (days: number): string => `超期 ${days} 天`,
  suspends: (days: number): string => `还书后停借 ${days} 天`,
  fixedOn: (day: string): string => `${day}算定`,
  counted: (days: number): string => `计 ${days} 天`,
  suspendedUntil: (day: string): string => `${thenDay('停借到', day)}，之后恢复`,
  emptyGlyph: '清',
  empty: '没有逾期费',
  emptyAdvice: '按期还书或续借，就不会有',
  unboundAdvice: '绑定后看逾期费用',
} as const;

/** How paying on the phone ended, where it did not end well. */
export const payingWording = {
  pending: { title: '付款还没确认', advice: '不用再付一次；过一会儿再看，图书馆收到后自动结清' },
  cancelled: { title: '没有付款', advice: '欠费还在，随时可以再付' },
  failed: { title: '没有付成', advice: '没有收到款，可以再试，或到服务台缴费' },
  'wrong-amount': { title: '付款金额不符', advice: '欠费没有结清，请到服务台办理退款' },
  closed: { title: '这张订单已失效', advice: '没有扣款，再点一次会重新下单' },
} as const satisfies Readonly<Record<string, Failure>>;

export const fineStateWording: Readonly<Record<FineState, string>> = {
  owed: '未结清',
  paid: '已付',
  waived: '已免除',
};
