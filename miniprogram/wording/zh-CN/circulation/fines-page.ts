import type { ActionOf } from '../../../../cloudfunctions/api';
import type { Output } from '../../../../cloudfunctions/kernel/contract';

type FineState = Output<ActionOf<'circulation.fines'>>['fines'][number]['state'];

export const finesWording = {
  title: '逾期费',
  owed: '现在欠',
  nothingOwed: '没有欠费',
  howToPay: '到任一服务台结清，记下证号就行',
  soFar: '还没还的，到今天',
  soFarHint: '每天变，还书那天才定下来',
  settled: '已经定下的',
  dueOn: (day: string, days: number): string => `${day}到期 · 超期 ${days} 天`,
  suspends: (days: number): string => `还书后停借 ${days} 天`,
  fixedOn: (day: string, days: number): string => `${day}算定 · 计 ${days} 天`,
  suspendedUntil: (day: string): string => `停借到 ${day}，之后恢复`,
  emptyGlyph: '清',
  empty: '没有逾期费',
  emptyAdvice: '按期还书或续借，就不会有',
  unboundAdvice: '绑定后看逾期费用',
} as const;

export const fineStateWording: Readonly<Record<FineState, string>> = {
  owed: '未结清',
  paid: '已付',
  waived: '已免除',
};
