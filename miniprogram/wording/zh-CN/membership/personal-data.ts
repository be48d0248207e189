import type { ActionOf } from '../../../../cloudfunctions/api';
import type { Output } from '../../../../cloudfunctions/kernel/contract';

type Kept = Output<ActionOf<'membership.keptData'>>['kept'][number];
type Collection = Kept['collection'];
type Reason = NonNullable<Kept['reason']>;

/** What the library keeps of a person, collection by collection: what it is called and what is in it. */
export const personalCollections: Readonly<
  Record<Collection, { readonly title: string; readonly what: string }>
> = {
  patrons: { title: '读者资料', what: '证号、姓名、类别、院系、电话、有效期' },
  card_secrets: { title: '借阅证密码', what: '只存加密后的样子，谁也看不到原文' },
  card_bindings: { title: '绑定', what: '哪个微信绑定了哪张证' },
  wechat_accounts: { title: '微信账号', what: '这个微信自己的证' },
  pseudonyms: { title: '记录里的代号', what: '访问记录里代替您名字的一串字' },
  guess_counters: { title: '试错次数', what: '防止别人猜密码，过后自动清零' },
  staff: { title: '馆员身份', what: '角色与姓名' },
  staff_codes: { title: '馆员邀请码', what: '管理员发出、还没有用的邀请码' },
  family_links: { title: '家人关联', what: '您与家人互相看借阅或续借的约定' },
  family_invitations: { title: '家人关联码', what: '等对方同意的关联，一天内有效' },
  desk_codes: { title: '服务台绑定码', what: '馆员给您的一次性绑定码，五分钟内有效' },
  applicants: { title: '上传的证明', what: '申请会员时上传的照片与文件' },
  applications: { title: '会员申请', what: '填写的姓名、电话、出生年份与处理经过' },
  consents: { title: '同意的记录', what: '对每件事同意与否、何时' },
  messages: { title: '消息', what: '图书馆告诉您的事，一般留一年' },
  loans: { title: '借阅', what: '正在借的书；开启了借阅历史时，还有以前借过的，一般留一年' },
  loan_choices: { title: '借阅的选择', what: '是否保留历史、是否自动续借' },
  holds: { title: '预约', what: '预约的书、取书分馆与结果，结束第二天清除，开启了借阅历史的一般留一年' },
  title_circulation: { title: '预约队列', what: '您在一种书的队列里的位置' },
  watch_calls: { title: '到馆提醒', what: '等着告诉您的几种书' },
  desk_requests: { title: '服务台办理', what: '您作为馆员最近办理的请求，七天后清除' },
  patron_circulation: { title: '借阅小结', what: '在借、预约与欠费的合计' },
  fines: { title: '逾期费', what: '金额、日期与是否结清，结清后一般留一年' },
  payments: { title: '缴费', what: '订单、金额与收据' },
  audit: { title: '访问记录', what: '谁在什么时候看过或改过您的资料' },
};

/** Why something stays after deleting, and what to do about it. */
export const keptReasons: Readonly<Record<Reason, string>> = {
  'open-loans': '还有书没还，还清后再来删除',
  'open-holds': '还有预约，取消后再来删除',
  'unpaid-fines': '还有欠费，结清后再来删除',
  'borrowing-suspended': '停借还没满期，期满后再来删除',
  'record-damaged': '这条记录要服务台先核对，核对后再来删除',
  'library-record': '学校与图书馆的读者名册，由图书馆保管',
  'staff-record': '馆员名册，离任后由管理员移除',
  accounts: '账目按规定保存',
  guessing: '防止猜密码，过后自动清零',
  anonymous: '只剩代号，已经认不出是谁',
};
