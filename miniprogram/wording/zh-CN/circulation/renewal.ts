import { thenDay } from '../library-day';
import { recordDamaged, type Failure } from '../failure';
import { expiredTitle, finesTitle, suspended } from '../membership/standing';

/** What one does about a book that is not late and cannot be renewed. */
export const backByItsDay = '请按期归还';

/** Why a loan cannot be renewed, and what to do next. */
export const renewalRefusals = {
  'no-such-loan': { title: '没有这笔借阅', advice: '下拉刷新，看看现在的借阅' },
  'already-returned': { title: '这本书已经还了', advice: '不用续借了' },
  'membership-suspended': suspended,
  'membership-expired': { title: expiredTitle, advice: '先续办会员，再来续借' },
  'fines-over-limit': { title: finesTitle, advice: '结清欠费后就能续借' },
  'account-overdue': { title: '有别的书超期未还', advice: '还清超期的书后就能续借' },
  overdue: { title: '已经超期', advice: '请尽快归还' },
  'reported-lost': { title: '已报遗失', advice: '请到服务台办理' },
  'claimed-returned': { title: '您说已经还了，馆员正在核对', advice: '核对好之后会更新' },
  'not-renewable': { title: '这类书不能续借', advice: backByItsDay },
  recalled: { title: '图书馆已召回这本书', advice: '请尽快还到服务台' },
  reserved: { title: '有人预约了这本书', advice: '请按期归还，让下一位读到' },
  'limit-reached': { title: '续借次数用完了', advice: '请按期归还；还后可以再借' },
  'too-soon': { title: '还没到可以续借的日子', advice: '到时再来续借' },
  changed: { title: '应还日期已经变了', advice: '看看新的日期，再决定要不要续借' },
  'no-gain': { title: '续借不会推迟应还日期', advice: '不用续借，请按现在的日期归还' },
} as const satisfies Readonly<Record<string, Failure>>;

/** Every reason why a loan that is listed can't be renewed. */
export const renewalReasons = { ...renewalRefusals, 'record-damaged': recordDamaged } as const;

/** What to do about a reason that is one of several: in short, and promising nothing that the others refuse. */
export const renewalSteps = {
  'membership-expired': '请续办会员',
  'fines-over-limit': '请结清欠费',
  'account-overdue': '请还清超期的书',
  reserved: backByItsDay,
  'limit-reached': backByItsDay,
  'too-soon': '',
} as const satisfies Partial<Readonly<Record<keyof typeof renewalReasons, string>>>;

/** The same reasons with their details. */
export const renewalDetails = {
  expiredOn: (day: string): string => `${thenDay('借阅证', day)}已到期`,
  owed: (owed: string, limit: string): string => `欠费 ${owed}，超过上限 ${limit}`,
  overdueDays: (days: number): string => `已超期 ${days} 天`,
  waiting: (waiting: number): string => `有 ${waiting} 人在等`,
  limit: (limit: number): string => `${limit} 次续借都用完了`,
  noLimitSet: '馆里没有给这类书登记续借次数',
  opensOn: (day: string): string => `${day}起可续借`,
  notBefore: (day: string): string => `${day}前不能续借`,
  comeBackOn: (day: string): string => `${day}再来，就能续借`,
  changedTo: (day: string): string => thenDay('应还日期已经变成', day),
  wouldBe: (day: string): string => `${thenDay('现在续借，应还日期是', day)}，没有变晚`,
} as const;
