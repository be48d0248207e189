import type { Failure } from '../failure';
import { finesTitle, noSuchCardTitle, otherCopies } from '../membership/standing';

const noSuchCopy: Failure = { title: '没有这个条码', advice: '再扫一次，或核对条码号' };

/** Why staff could not lend a copy, and what to do. */
export const checkOutRefusals = {
  'no-such-card': { title: noSuchCardTitle, advice: '再扫一次；手机上的二维码一分钟内有效' },
  'no-such-copy': noSuchCopy,
  'membership-suspended': { title: '这张证已停用', advice: '在读者记录里查看原因' },
  'membership-expired': { title: '这张证已到期', advice: '请读者先续办会员' },
  'no-borrow-right': { title: '这类读者不能外借', advice: '可以在馆内阅览' },
  'borrowing-suspended': { title: '读者正在停借期内', advice: '停借期满后再借' },
  'fines-over-limit': { title: finesTitle, advice: '请读者先结清欠费' },
  'account-overdue': { title: '读者有超期未还的书', advice: '请读者先还清' },
  'loan-limit': { title: '已借到上限', advice: '还掉一本再借' },
  'on-loan': { title: '这一册记录为借出', advice: '先办归还，再借出' },
  'reference-only': { title: '这一册只供馆内阅览', advice: otherCopies },
  'not-in-circulation': { title: '这一册不在流通中', advice: '核对馆藏状态后再借' },
  'not-lendable': { title: '借阅规则不允许外借', advice: '核对读者类别与馆藏类别的规则' },
  reserved: { title: '这本书有人预约', advice: '放到预约架，留给排队的读者' },
} as const satisfies Readonly<Record<string, Failure>>;

export const checkInRefusals = {
  'no-such-copy': noSuchCopy,
  'no-such-branch': { title: '没有这个分馆', advice: '选一个分馆再办归还' },
} as const satisfies Readonly<Record<string, Failure>>;

export const markRefusals = {
  'no-such-copy': noSuchCopy,
  'not-on-loan': { title: '这一册没有借出', advice: '核对条码号' },
} as const satisfies Readonly<Record<string, Failure>>;
