import { bindingRefusals } from './binding';
import type { Failure } from '../failure';
import { noKey } from './standing';

const linkLimit = {
  title: '家人关联太多了',
  advice: '先解除用不到的关联；没人填的关联码一天后自己失效',
} as const;
const code = {
  'wrong-code': { title: '关联码不对，或已经用过', advice: '关联码一天内有效，请家人再出一个' },
  'too-many-tries': { ...bindingRefusals['too-many-tries'], advice: '歇一歇再试' },
  'own-code': { title: '这是自己的关联码', advice: '请家人在自己的微信里输入' },
} as const satisfies Readonly<Record<string, Failure>>;

/** Why no family link is offered. */
export const inviteFamilyRefusals = {
  'bad-end': { title: '这一天不行', advice: '最早今天，最晚一年以后' },
  'link-limit': linkLimit,
  'no-key': { ...noKey, advice: '一天之内会自动换新，明天再试' },
} as const satisfies Readonly<Record<string, Failure>>;

export const familyInvitationRefusals = code;
export const acceptFamilyRefusals = { ...code, 'link-limit': linkLimit } as const satisfies Readonly<
  Record<string, Failure>
>;

export const endFamilyRefusals = {
  'no-such-link': { title: '没有这个关联', advice: '可能对方已经解除了' },
} as const satisfies Readonly<Record<string, Failure>>;
