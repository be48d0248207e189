import type { Failure } from '../failure';
import { bindingRefusals } from '../membership/binding';
import { noKey, noSuchCardTitle } from '../membership/standing';

const tooManyTries = { ...bindingRefusals['too-many-tries'], advice: '过一会儿再试' } as const;

/** Staff: why no desk code is made out. */
export const deskCodeRefusals = {
  'no-such-card': { title: noSuchCardTitle, advice: '核对证号，或先建立读者记录' },
  'no-key': noKey,
} as const satisfies Readonly<Record<string, Failure>>;

/** Why a desk code binds nothing. */
export const deskBindingRefusals = {
  'wrong-code': { title: '绑定码不对，或已经失效', advice: '绑定码几分钟内有效、只能用一次，请馆员再出一个' },
  'too-many-tries': tooManyTries,
  'other-card-bound': bindingRefusals['other-card-bound'],
} as const satisfies Readonly<Record<string, Failure>>;

/** Why a code makes nobody staff. */
export const becomeStaffRefusals = {
  'wrong-code': { title: '邀请码不对，或已经用过', advice: '请管理员再出一个' },
  'too-many-tries': tooManyTries,
} as const satisfies Readonly<Record<string, Failure>>;

export const inviteStaffRefusals = { 'no-key': noKey } as const satisfies Readonly<Record<string, Failure>>;

export const removeStaffRefusals = {
  'no-such-member': { title: '没有这位馆员', advice: '下拉刷新，看看现在的名单' },
  'last-admin': { title: '这是最后一位管理员', advice: '先请另一位同事做管理员' },
} as const satisfies Readonly<Record<string, Failure>>;
