import type { ActionOf } from '../../../../cloudfunctions/api';
import type { Output } from '../../../../cloudfunctions/kernel/contract';
import { applicationFormWording } from './application-form';
import { meWording } from '../me';
import { sessionWording } from '../session';

type State = NonNullable<Output<ActionOf<'membership.application'>>['application']>['state'];

/** How an application stands, and what happens next. */
export const applicationStates: Readonly<
  Record<State, { readonly name: string; readonly next: string; readonly step: string }>
> = {
  submitted: { name: '等馆员审核', next: '一般一两天内有结果，在这里看得到', step: '提交了申请' },
  refused: { name: '这次没通过', next: '按下面的原因改一改，可以再交', step: '没通过' },
  approved: { name: '通过了', next: '借阅证已经可以用', step: '通过审核' },
  withdrawn: { name: '已撤回', next: '想办的时候，随时可以再申请', step: '撤回了申请' },
};

export const myApplicationWording = {
  lead: '没有一卡通，也能借书',
  leadAdvice: '校友、社区读者和访客在手机上申请，馆员审核后发电子借阅证，不用来馆里办',
  kinds: '可以办的会员',
  noKinds: applicationFormWording.noKinds,
  noKindsAdvice: applicationFormWording.noKindsAdvice,
  apply: '开始申请',
  resume: '继续上次的申请',
  applyAgain: '再申请一次',
  correct: applicationFormWording.correctTitle,
  withdraw: '撤回申请',
  withdrawing: '正在撤回…',
  askWithdraw: '撤回后馆员不再审核这份申请，材料也会删除。',
  notWithdrawn: '没有撤回',
  reason: '原因',
  showCard: meWording.digitalCard,
  notBound: '借阅证还没有绑定在这个微信上',
  bindAgain: sessionWording.bindAgain,
  binding: '正在绑定…',
  endsOn: (day: string): string => `${day}到期`,
  history: '经过',
  details: '申请内容',
  renewal: '续期',
  category: '会员',
  corrected: '改好再次提交',
  howItGoes: ['填写姓名、手机，选一种会员', '上传证明材料', '馆员审核，一般一两天', '通过后，手机就是借阅证'],
  how: '怎么办',
} as const;
