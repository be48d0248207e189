import type { ActionName, ActionOf } from '../../../../cloudfunctions/api';
import type { Output } from '../../../../cloudfunctions/kernel/contract';
import { meWording } from '../me';

type ConsentKind = Output<ActionOf<'membership.consents'>>['consents'][number]['kind'];
type AccessLine = Output<ActionOf<'membership.accessLog'>>['lines'][number];

/** What one may consent to or not, each on its own, and what it means to say no. */
export const consentNames: Readonly<Record<ConsentKind, { readonly title: string; readonly what: string }>> =
  {
    'online-membership': {
      title: meWording.online,
      what: '让馆员用您填的姓名、电话和材料审核申请。关掉后，没审完的申请会撤回，上传的材料会删除；再申请时会再问您。已办好的会员照常',
    },
    recommendations: {
      title: '荐书',
      what: '按借阅为您推荐书。关掉后不再推荐，查书和借书都照常',
    },
  };

export const privacyWording = {
  title: '隐私与数据',
  consents: '我同意的事',
  changed: '说明有更新，请再决定一次',
  kept: '图书馆保存了什么',
  nothingKept: '没有保存与您有关的内容',
  count: (count: number): string => `${count} 条`,
  staying: (count: number, reason: string): string => `删除后仍留 ${count} 条：${reason}`,
  access: '谁看过我的记录',
  export: '导出我的数据',
  exporting: '正在取…',
  fileName: '我的图书馆数据.json',
  exportedInPart: '内容太多，一次放不下，只取了一部分',
  delete: '删除我的数据',
  deleting: '正在删除…',
  deleteNote: '删除马上生效，借阅证同时解绑；上面注明要留的会留下。',
  deleteQuestion: '删除后不能恢复，借阅证同时解绑。确定删除？',
  deleteYes: '删除',
  deleted: '已删除',
  deletedCount: (title: string, count: number): string => `${title} ${count} 条`,
  nothingDeleted: '没有可以删除的内容',
  stays: '留下的',
  guide: '微信的隐私保护指引',
} as const;

export const accessWording = {
  lead: '查看或改动您的记录的每一次，最近的在前',
  emptyGlyph: '静',
  empty: '还没有人看过',
  emptyAdvice: '馆员查看时，会写在这里',
  more: '更早的',
  reason: (reason: string): string => `原因：${reason}`,
} as const;

export const accessWho: Readonly<Record<AccessLine['who'], string>> = {
  self: '我自己',
  family: '家人',
  staff: '馆员',
  job: '系统',
};

export const adminName = '管理员';

/** What was done, by the name of the action or job; anything else is a change of the record. */
export const accessDeeds: Readonly<
  Partial<Record<ActionName | 'membership.bindByApproval' | 'circulation.lapseHold', string>>
> = {
  'membership.bindCard': '绑定借阅证',
  'membership.bindByDeskCode': '用绑定码绑定借阅证',
  'membership.bindOwnMembership': '重新绑定会员借阅证',
  'membership.bindByApproval': '会员办成，绑定借阅证',
  'membership.unbindCard': '解绑借阅证',
  'membership.apply': '提交会员申请',
  'membership.correctApplication': '修改会员申请',
  'membership.withdrawApplication': '撤回会员申请',
  'membership.reviewApplication': '查看会员申请',
  'membership.reviewProof': '查看证明材料',
  'membership.decideApplication': '处理会员申请',
  'membership.prolongMembership': '会员续期',
  'membership.issueDeskCode': '开绑定码',
  'membership.inviteFamily': '发出家人关联码',
  'membership.acceptFamily': '接受家人关联',
  'membership.endFamily': '结束家人关联',
  'membership.readCardCode': '扫描借阅证二维码',
  'membership.setConsent': '同意或撤回同意',
  'membership.exportData': '导出数据',
  'membership.deleteData': '删除数据',
  'circulation.renew': '续借',
  'circulation.checkOut': '办理借出',
  'circulation.checkIn': '办理归还',
  'circulation.loanAtDesk': '查看一笔借阅',
  'circulation.markLoan': '给借阅加标记',
  'circulation.placeHold': '预约图书',
  'circulation.cancelHold': '取消了预约',
  'circulation.suspendHold': '暂停或恢复预约',
  'circulation.lapseHold': '预约过期，已经结束',
  'circulation.finesAtDesk': '查看逾期费',
  'circulation.settleFine': '结清或免去逾期费',
  'circulation.giveBack': '退还多付的钱',
  'circulation.paymentNotice': '在线缴费',
};
export const otherDeed = '查看或改动了记录';
