import type { Failure } from '../failure';
import { meWording } from '../me';
import { noSuchCardTitle, suspended } from './standing';

/** Why a membership is not prolonged now. */
export const termRefusals = {
  'not-prolonged-here': { title: '这张证不在手机上续期', advice: '有效期由学校或图书馆统一更新' },
  'apply-again': { title: '这种会员到期要重新申请', advice: '填一份续期申请，馆员会尽快处理' },
  'term-too-early': { title: '还没到可以续期的日子', advice: '到时再来' },
  'membership-suspended': suspended,
} as const satisfies Readonly<Record<string, Failure>>;

/** Staff: why the code of a digital card is not read. */
export const cardCodeRefusals = {
  'not-a-card-code': {
    title: '这不是读者证的二维码',
    advice: `请读者打开“我的”里的“${meWording.digitalCard}”`,
  },
  'code-over': { title: '二维码已过期', advice: '请读者刷新后再扫' },
  'no-such-card': { title: noSuchCardTitle, advice: '可能已经注销' },
} as const satisfies Readonly<Record<string, Failure>>;
