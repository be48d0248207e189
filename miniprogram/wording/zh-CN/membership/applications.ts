import type { Failure } from '../failure';

const noSuchApplication = { title: '没有这份申请', advice: '下拉刷新，看看现在的申请' } as const;
const alreadyDecided = { title: '这份申请已经有了结果', advice: '下拉刷新，看看结果' } as const;
const consentTakenBack = { title: '申请人不再同意馆员查看', advice: '申请人再申请时，会重新出现' } as const;
const noSuchProof = { title: '没有这份证明', advice: '请重新上传' } as const;
const noSuchCategory = { title: '这种会员现在不能申请', advice: '换一种会员，或到服务台询问' } as const;

const details = {
  'no-such-category': noSuchCategory,
  'consent-needed': { title: '需要先同意个人信息的用途', advice: '读过说明、同意之后再提交' },
  'guardian-needed': { title: '未满十四周岁，要由监护人同意', advice: '请填写监护人的姓名和电话' },
  'proof-needed': { title: '还没有上传证明', advice: '请拍照或选择文件上传' },
  'no-such-proof': noSuchProof,
  'phone-not-given': { title: '没有取到微信的手机号', advice: '请直接填写手机号' },
} as const satisfies Readonly<Record<string, Failure>>;

/** Why an application is not taken. */
export const applyRefusals = {
  ...details,
  'open-application': { title: '已经有一份申请', advice: '先修改或撤回那一份' },
  'has-card': { title: '这个微信已经有借阅证', advice: '不用再办线上会员' },
  'term-too-early': { title: '还没到可以申请续期的日子', advice: '到日子再来申请' },
} as const satisfies Readonly<Record<string, Failure>>;

export const correctionRefusals = {
  ...details,
  'no-such-application': noSuchApplication,
  'already-decided': alreadyDecided,
} as const satisfies Readonly<Record<string, Failure>>;

export const withdrawalRefusals = {
  'no-such-application': noSuchApplication,
  'already-decided': alreadyDecided,
} as const satisfies Readonly<Record<string, Failure>>;

export const proofRefusals = {
  'proof-too-large': { title: '文件太大', advice: '请选 5 MB 以内的照片或文件' },
  'not-a-proof': { title: '不是照片也不是 PDF', advice: '请上传 JPEG、PNG 或 PDF' },
  'too-many-proofs': { title: '证明太多了', advice: '最多四份，先去掉用不到的' },
} as const satisfies Readonly<Record<string, Failure>>;

export const proofLinkRefusals = { 'no-such-proof': noSuchProof } as const satisfies Readonly<
  Record<string, Failure>
>;

/** Staff: why an application is not shown or decided. */
export const reviewRefusals = {
  'no-such-application': noSuchApplication,
  'consent-taken-back': consentTakenBack,
} as const satisfies Readonly<Record<string, Failure>>;

export const reviewProofRefusals = {
  'no-such-application': noSuchApplication,
  'consent-taken-back': consentTakenBack,
  'no-such-proof': { ...noSuchProof, advice: '决定三十天后，证明会自动删除' },
} as const satisfies Readonly<Record<string, Failure>>;

export const decisionRefusals = {
  'no-such-application': noSuchApplication,
  'already-decided': { ...alreadyDecided, advice: '可能是同事刚处理的' },
  'changed-since': { title: '申请人刚刚改过', advice: '请重新看过再决定' },
  'reason-needed': { title: '请写明原因', advice: '申请人会看到，好知道怎样修改' },
  'no-such-category': { title: '这种会员已经停办', advice: '可以写明原因，退回申请' },
} as const satisfies Readonly<Record<string, Failure>>;
