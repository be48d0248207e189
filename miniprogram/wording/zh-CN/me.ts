import type { ActionOf } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';

type Standing = NonNullable<Output<ActionOf<'membership.session'>>['card']>['standing'];

export const meWording = {
  title: '我的',
  unboundAdvice: '绑定后看借阅、续借、预约，都在这里',
  endsOn: (day: string): string => `${day}到期`,
  endless: '长期有效',
  cardNumber: '证号',
  boundOn: (day: string): string => `${day}绑定`,
  digitalCard: '出示借阅证',
  online: '办理线上会员',
  choices: '借阅设置',
  unread: (count: number): string => `${count} 条未读`,
  unbind: '解绑一卡通',
  notBoundGlyph: '我',
} as const;

/** How a membership stands, where it does not simply hold. */
export const standingWording: Readonly<Record<Standing, string>> = {
  active: '',
  suspended: '证已停用，请到服务台询问原因',
  expired: '证已到期，续办后才能借书和续借',
};
