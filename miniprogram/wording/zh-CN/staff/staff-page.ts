import { askingWording } from '../asking';
/** What somebody reads who becomes staff by a code. */
export const becomeStaffWording = {
  title: '馆员入口',
  lead: '填管理员给的邀请码',
  advice: '邀请码只能用一次。填好后，这个微信就有馆员的权限，做了什么都会记下。',
  code: '邀请码',
  codeHint: '字母和数字',
  name: '姓名',
  nameHint: '同事认得的名字',
  faults: { code: '请填邀请码', name: askingWording.noName },
  become: '成为馆员',
  becoming: askingWording.checking,
  done: { librarian: '现在是馆员了', admin: '现在是管理员了' },
} as const;

/** What an admin reads about everybody who is staff. */
export const staffMembersWording = {
  title: '馆员名单',
  roles: { librarian: '馆员', admin: '管理员' },
  noName: '没留名字',
  self: '（自己）',
  remove: '移出',
  askRemove: (name: string): string => `把 ${name} 移出馆员？权限马上收回。`,
  reason: '移出原因',
  reasonHint: '如：调离本馆',
  needsReason: '请先写原因',
  removed: '已移出',
  notRemoved: '没有移出',
  invite: '请新同事',
  inviteAdvice: '出一个邀请码，一天内有效、只能用一次，请同事在「我的 → 馆员入口」里填。',
  inviting: askingWording.makingCode,
  inviteAs: { librarian: '邀请馆员', admin: '邀请管理员' },
  until: (when: string): string => `${when} 前有效`,
} as const;
