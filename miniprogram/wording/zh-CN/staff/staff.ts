import { thenDay } from '../library-day';
import { applicationFormWording } from '../membership/application-form';

/** What staff read while they decide applications. */
export const queueWording = {
  title: '审核会员申请',
  states: { submitted: '待审核', refused: '已退回', approved: '已通过' },
  emptyGlyph: '清',
  empty: '没有这样的申请',
  emptyAdvice: '下拉可以刷新',
  emptyWaiting: '都审核完了',
  waitingSince: (when: string): string => `${when} 提交`,
  more: '后面的申请',
} as const;

export const reviewWording = {
  noted: '每次查看都会记下，申请人看得到',
  proofs: applicationFormWording.steps[2],
  noProofs: '没有材料',
  proof: (kind: string, size: string): string => `${kind} · ${size}`,
  proofName: (number: number): string => `材料 ${number}`,
  open: '查看',
  decide: '审核结果',
  reason: '原因',
  reasonHint: '没通过时必填，申请人会看到，好知道怎样改',
  approve: '通过',
  approving: '正在发证…',
  askApprove: (name: string, category: string): string => `给 ${name} 发「${category}」的借阅证？`,
  refuse: '退回修改',
  refusing: '正在退回…',
  issued: '借阅证已发出',
  issuedAdvice: '申请人的微信里已经可以用',
  sentBack: '已退回，申请人会看到原因',
  sentBackFor: (reason: string): string => `原因：${reason}`,
  endsOn: (day: string): string => thenDay('有效到', day),
  next: '看下一份',
  notDecided: '没有处理',
} as const;
