import type { Failure } from './failure';

/** Why a card was not bound, and what to do. */
export const bindingRefusals = {
  'wrong-details': {
    title: '证号、姓名或密码不对',
    advice: '三项都要与图书馆登记的一致；忘了密码可到服务台重设',
  },
  'too-many-tries': { title: '试得太多了', advice: '过一会儿再试，或到服务台领取一次性绑定码' },
  'default-pin': { title: '请先换一个新密码', advice: '现在的密码是办证时的初始密码，别人容易猜到' },
  'weak-pin': {
    title: '这个密码太容易猜',
    advice: '至少六位，不要用证号、生日、原密码、同一个字符或 123456 这样的顺序',
  },
  'other-card-bound': { title: '这个微信已经绑定了别的证', advice: '先解绑原来的证，再绑定这一张' },
} as const satisfies Readonly<Record<string, Failure>>;
