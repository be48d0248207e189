import { askingWording } from '../asking';
import type { Failure } from '../failure';
import { meWording } from '../me';
import { sessionWording } from '../session';

/** Why a card was not bound, and what to do. */
export const bindingRefusals = {
  'invalid-request': { title: '证号不对', advice: '证号只有字母、数字和短横线，照证上的再填一次' },
  'wrong-details': {
    title: '证号、姓名或密码不对',
    advice:
      '三项都要与图书馆登记的一致；忘了密码可到服务台重设。线上会员的证没有密码，在「线上会员」里重新绑定，或到服务台领绑定码',
  },
  'too-many-tries': { title: '试得太多了', advice: '过一会儿再试，或到服务台领取一次性绑定码' },
  'default-pin': {
    title: '请先换一个新密码',
    advice: '现在的密码是办证时的初始密码，或者像证号、像日期，别人容易猜到',
  },
  'weak-pin': {
    title: '这个密码太容易猜',
    advice: '至少六位，不要用证号、像日期的数字、原密码、同一个字符或 123456 这样的顺序',
  },
  'other-card-bound': { title: '这个微信已经绑定了别的证', advice: '先解绑原来的证，再绑定这一张' },
} as const satisfies Readonly<Record<string, Failure>>;

/** Why the card of an online membership was not bound again, and what to do. */
export const ownMembershipRefusals = {
  'no-membership': { title: '没有可以绑定的借阅证', advice: '下拉刷新看看申请，或到服务台问一问' },
  'bound-elsewhere': { title: '这张证绑定过别的微信', advice: '带上有效证件到服务台，领一次性绑定码' },
  'other-card-bound': bindingRefusals['other-card-bound'],
} as const satisfies Readonly<Record<string, Failure>>;

/** What to mend before anything is sent. */
export const bindingFaults = {
  cardNumber: askingWording.noCard,
  name: askingWording.noName,
  pin: '请填密码',
  newPin: '请填新密码',
  newPinAgain: '请再填一次',
  'not-the-same': '两次填的不一样',
  consent: '请先看一看并同意上面的说明',
} as const;

export const bindingWording = {
  title: sessionWording.bind,
  lead: '绑定一次，以后不用再输证号',
  cardNumber: '证号',
  cardNumberHint: '证上印的号码',
  name: '姓名',
  nameHint: '与证上一致',
  pin: '密码',
  pinHint: '不是微信密码',
  newPin: '新密码',
  newPinHint: '至少六位',
  newPinAgain: '再填一次',
  consentLead: '绑定后图书馆保存什么',
  consentItems: [
    '保存这个微信与您的证的对应关系，用来显示借阅、续借和提醒',
    '姓名和密码只用来核对，不存在手机上；密码在图书馆也只存加密后的样子',
    '随时可以解绑，解绑后立即失效；不绑定也能查书、看馆藏',
  ],
  consent: '我看过了，同意',
  consentGiven: '已同意',
  contract: '隐私保护指引',
  bind: '绑定',
  changeAndBind: '换密码并绑定',
  sending: askingWording.checking,
  byDeskCode: '用服务台的绑定码',
  noCard: '没有一卡通？申请线上会员',
  back: '返回修改',
  newPinTitle: '证件核对好了，请换一个密码',
  newPinReason: bindingRefusals['default-pin'].advice,
  bound: '绑定好了',
  boundButExpired: '绑定好了。不过这张证已到期，续办后才能借书和续借。',
  boundButSuspended: '绑定好了。不过这张证已停用，请到服务台问一问。',
  understood: '知道了',
  privacyRefused: '要先同意微信的隐私保护指引，才能绑定',
  otherCard: (maskedCard: string): string => `已绑定的是 ${maskedCard}`,
  unbindFirst: '去解绑',
  wait: {
    days: (days: number): string => `再等 ${days} 天`,
    hours: (hours: number, minutes: number): string => `再等 ${hours} 小时 ${minutes} 分`,
    minutes: (minutes: number, seconds: number): string => `再等 ${minutes} 分 ${seconds} 秒`,
    seconds: (seconds: number): string => `再等 ${seconds} 秒`,
  },
} as const;

export const unbindingWording = {
  title: meWording.unbind,
  heading: '解绑之后',
  phone: '这个微信不再显示借阅，存在手机上的借阅记录马上清除',
  reminders: '到期、预约的提醒立即停止，还没送出的也不再送',
  family: '家人关联一并结束，家人不再看得到您的借阅，您也看不到家人的；再绑定后要重新关联',
  again: '随时可以再绑定，这部手机或别的手机都行',
  againOnline: '这个微信随时可以在「线上会员」里重新绑定；换一个微信，要到服务台领绑定码',
  againPerhaps: '随时可以再绑定；没有密码的线上会员证换一个微信，要到服务台领绑定码',
  stays: '留在证上的',
  loansStay: (count: number): string => `在借的 ${count} 本书，请按期归还`,
  overdueStay: (count: number, fee: string): string => `其中 ${count} 本已超期，费用到今天 ${fee}`,
  finesStay: (owed: string): string => `还没结清的逾期费 ${owed}`,
  nothingStays: '没有在借的书，也没有要交的逾期费',
  nothingKnown: '没取到在借的书和逾期费。如果有，解绑后仍在证上，请按期归还',
  loansNotKnown: '没取到在借的书。如果有，解绑后仍在证上，请按期归还',
  finesNotKnown: '没取到逾期费。如果有没结清的，仍在证上',
  unbind: '解绑',
  question: '现在解绑这张证？',
  unbinding: '正在解绑…',
  stay: '先不解绑',
  unbound: '已解绑',
  failed: '没有解绑',
} as const;
