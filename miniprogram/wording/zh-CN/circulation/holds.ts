import type { Failure } from '../failure';
import { expiredTitle, finesTitle, noSuchBook, otherCopies, suspended } from '../membership/standing';

const onShelf: Failure = { title: '现在就有书在架', advice: '直接到书架上取，不用预约' };

/** Why a hold was not placed, and what to do. */
export const placingRefusals = {
  'no-such-book': noSuchBook,
  'no-such-copy': { title: '没有这一册了', advice: otherCopies },
  'no-such-branch': { title: '没有这个取书点', advice: '换一个分馆取书' },
  'membership-suspended': suspended,
  'membership-expired': { title: expiredTitle, advice: '先续办会员，再来预约' },
  'no-hold-right': { title: '您的证不能预约', advice: '可以到馆阅览，或到服务台询问' },
  'fines-over-limit': { title: finesTitle, advice: '结清欠费后就能预约' },
  'already-held': { title: '已经预约过了', advice: '在“我的预约”里看排到第几位' },
  'already-borrowed': { title: '这本书正在您手里', advice: '不用预约' },
  'hold-limit': { title: '预约已满', advice: '取消一个不急用的，再来预约' },
  'nothing-to-lend': { title: '这本书不外借', advice: '请到馆内阅览' },
  'on-shelf': onShelf,
} as const satisfies Readonly<Record<string, Failure>>;

const noSuchHold: Failure = { title: '没有这个预约', advice: '下拉刷新，看看现在的预约' };

export const cancelRefusals = { 'no-such-hold': noSuchHold } as const;

export const suspendRefusals = {
  'no-such-hold': noSuchHold,
  'already-ready': { title: '书已经为您留好了', advice: '来取书，或取消预约' },
  'bad-day': { title: '暂停的日子不对', advice: '选明天以后、一年以内的一天' },
} as const satisfies Readonly<Record<string, Failure>>;

export const watchRefusals = {
  'no-such-book': noSuchBook,
  'on-shelf': onShelf,
  'watch-limit': { title: '到书通知已满', advice: '去掉几个不再需要的' },
} as const satisfies Readonly<Record<string, Failure>>;
