import { thenDay } from '../library-day';
import type { ActionOf } from '../../../../cloudfunctions/api';
import type { Output } from '../../../../cloudfunctions/kernel/contract';

type HoldState = Output<ActionOf<'circulation.holds'>>['holds'][number]['state'];

export const holdsWording = {
  title: '我的预约',
  emptyGlyph: '候',
  empty: '没有预约',
  emptyAdvice: '借出的书可以预约，还回来先给您留着',
  unboundAdvice: '绑定后可以预约借出的书',
  failed: '预约没有取到',
  place: (place: number): string => `第 ${place} 位`,
  copies: (copies: number): string => `${copies} 册在流通`,
  expected: (day: string): string => thenDay('预计', day),
  notExpected: '到书日期还说不准',
  onlyThis: '只等这一册',
  pickup: (branch: string): string => `到${branch}取`,
  pickupBy: (day: string): string => `${thenDay('最晚', day)}来取`,
  ready: '可以取了',
  inTransit: '正在送来',
  suspended: (day: string): string => thenDay('暂停到', day),
  paused: '已暂停',
  cancel: '取消预约',
  cancelQuestion: (title: string): string => `取消预约《${title}》？排队的位置不会保留。`,
  cancelReadyQuestion: (title: string): string => `《${title}》已经为您留好。取消后就不再留了。`,
  cancelled: '已取消',
  suspend: '暂停到…',
  suspendTitle: '暂停到哪一天？',
  rests: (day: string): string => `${thenDay('暂停到', day)}，排队的位置还在`,
  resume: '恢复排队',
  resumed: '已恢复',
  watches: '还书时通知我',
  watchSince: (day: string): string => `${day}开始等`,
  stopWatch: '不用通知了',
  keep: '不取消',
  unknownBranch: '图书馆',
} as const;

export const holdStateWording: Readonly<Record<HoldState, string>> = {
  waiting: '排队中',
  suspended: holdsWording.paused,
  'in-transit': holdsWording.inTransit,
  ready: holdsWording.ready,
};

export const holdOfferWording = {
  holdCopy: '预约这一册',
  only: (place: string): string => `${holdsWording.onlyThis}：${place}`,
  hold: '预约这本书',
  look: '能不能预约',
  heading: (title: string): string => `预约《${title}》`,
  place: (place: number): string => `排第 ${place} 位`,
  where: '到哪里取',
  confirm: '预约',
  placing: '正在预约…',
  placed: '预约好了',
  placedNote: (place: number): string => `现在排第 ${place} 位，书到了会告诉您`,
  mine: '看我的预约',
  already: '您已经预约了',
  cannot: '现在不能预约',
  watch: holdsWording.watches,
  watched: '会通知您 · 点一下取消',
  bindFirst: '绑定一卡通后就能预约',
  limit: (limit: number): string => `最多同时预约 ${limit} 本`,
  copiesFree: (copies: number): string => `在架 ${copies} 册`,
} as const;
