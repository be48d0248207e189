import { fineRows, soFarRows } from '../../miniprogram/format/fine-rows';
import { holdReasonLines } from '../../miniprogram/format/hold-reasons';
import { holdRow, restChoice } from '../../miniprogram/format/hold-row';
import { holdView } from '../../miniprogram/format/hold-view';
import { messageRow } from '../../miniprogram/format/message-row';
import { plainSpaces } from '../support/plain-spaces';

const today = '2026-06-01';
const branchNames = { main: '总馆' };
type Message = Parameters<typeof messageRow>[0];

const family = { linkId: 'f1', maskedName: '**夏', maskedCard: '••••417' };
const at = Date.UTC(2026, 5, 1, 0, 0);
const told = (kind: string, details: object): Message =>
  ({ messageId: 'm1', at, isRead: false, kind, details }) as unknown as Message;

test.each<[string, object, string, string[]]>([
  [
    'loans-digest',
    {
      due: [{ loanId: 'l1', title: '甲', dueOn: '2026-06-03' }],
      overdue: [{ loanId: 'l2', title: '乙', dueOn: '2026-05-30' }],
    },
    '1 本超期 · 1 本快到期',
    ['《乙》5 月 30 日到期', '《甲》6 月 3 日到期'],
  ],
  ['renewed-automatically', { title: '甲', newDueOn: '2026-07-01' }, '已自动续借', ['《甲》续到 7 月 1 日']],
  [
    'not-renewed-automatically',
    { title: '甲', dueOn: '2026-06-02', reasons: ['reserved', 'limit-reached'] },
    '没有自动续上',
    ['《甲》6 月 2 日到期，没有续上：有人预约了这本书；续借次数用完了'],
  ],
  ['recalled', { title: '甲', dueOn: '2026-06-05' }, '图书馆召回', ['《甲》请在 6 月 5 日前还到服务台']],
  [
    'hold-ready',
    { title: '甲', branchId: 'main', pickupBy: '2026-06-02' },
    '预约的书到了',
    ['《甲》在总馆预约架，请在 6 月 2 日前来取'],
  ],
  ['hold-lapsed', { title: '甲' }, '预约过期了', ['《甲》没有来取，预约已经结束']],
  ['title-back', { title: '甲' }, '书还回来了', ['《甲》现在可以借']],
  ['fine-fixed', { title: '甲', amount: 120 }, '逾期费', ['《甲》超过了应还日期，逾期费 ¥1.20']],
  [
    'application-approved',
    { applicationId: 'a', reason: null, endsOn: '2027-06-01' },
    '会员申请通过了',
    ['会员有效到 2027 年 6 月 1 日'],
  ],
  [
    'application-refused',
    { applicationId: 'a', reason: '照片不清楚', endsOn: null },
    '会员申请退回了',
    ['照片不清楚'],
  ],
  [
    'family-linked',
    { ...family, whose: 'mine', right: 'see', endsOn: '2026-06-30' },
    '家人关联好了',
    ['**夏 · ••••417 能看您的借阅，6 月 30 日到期'],
  ],
  [
    'family-linked',
    { ...family, whose: 'theirs', right: 'renew', endsOn: '2026-06-30' },
    '家人关联好了',
    ['您能看 **夏 · ••••417 的借阅、替对方续借，6 月 30 日到期'],
  ],
  ['family-ended', { ...family, whose: 'mine' }, '家人关联解除了', ['**夏 · ••••417 看不到您的借阅了']],
  ['family-ended', { ...family, whose: 'theirs' }, '家人关联解除了', ['您看不到 **夏 · ••••417 的借阅了']],
])('%s is told in words', (kind, details, title, lines) => {
  const row = messageRow(told(kind, details), { branchNames, today });
  expect([row.title, row.lines, row.when, row.isUnread]).toEqual([title, lines, '今天 08:00', true]);
});

const hold = {
  holdId: 'h1',
  bookId: 'b1',
  title: '甲',
  authors: [],
  barcode: null,
  branchId: 'main',
  placedOn: '2026-05-20',
  state: 'waiting' as const,
  suspendedUntil: null,
  place: 2,
  copies: 3,
  expectedOn: '2026-06-20',
  pickupBy: null,
};

test.each([
  [{}, '第 2 位', '预计 6 月 20 日 · 3 册在流通'],
  [{ expectedOn: null, copies: 0 }, '第 2 位', '到书日期还说不准'],
  [
    { state: 'suspended' as const, suspendedUntil: '2026-07-01' },
    '暂停到 7 月 1 日',
    '预计 6 月 20 日 · 3 册在流通',
  ],
  [{ state: 'in-transit' as const, place: null }, '正在送来', ''],
  [{ state: 'ready' as const, place: null, pickupBy: '2026-06-01' }, '可以取了', '最晚今天来取'],
  [{ state: 'ready' as const, place: null, pickupBy: '2026-06-20' }, '可以取了', '最晚 6 月 20 日来取'],
  [{ expectedOn: '2026-06-01' }, '第 2 位', '预计今天 · 3 册在流通'],
  [
    { state: 'suspended' as const, suspendedUntil: '2026-06-02' },
    '暂停到明天',
    '预计 6 月 20 日 · 3 册在流通',
  ],
  [{ barcode: 'K1' }, '第 2 位', '预计 6 月 20 日 · 只等这一册'],
])('a hold %j', (change, state, facts) => {
  const row = holdRow({ ...hold, ...change }, branchNames, today);
  expect([row.state, plainSpaces(row.facts), row.where]).toEqual([state, facts, '到总馆取']);
});

test.each([
  ['2026-05-31', '2027-06-01', { from: '2026-06-01', through: '2027-06-01', usual: '2026-06-14' }],
  ['2026-05-31', '2026-06-03', { from: '2026-06-01', through: '2026-06-03', usual: '2026-06-03' }],
  ['2026-12-31', undefined, { from: '2027-01-01', through: '2027-01-14', usual: '2027-01-14' }],
])('on %s a hold may rest through %s', (day, through, choice) => {
  expect(restChoice(through, day)).toEqual(choice);
});

test.each([
  [{ code: 'on-shelf' as const, copies: 2 }, '在架 2 册', '直接到书架上取，不用预约'],
  [{ code: 'hold-limit' as const, limit: 5 }, '最多同时预约 5 本', '取消一个不急用的，再来预约'],
  [
    { code: 'fines-over-limit' as const, owed: 1250, limit: 1000 },
    '欠费 ¥12.50，超过上限 ¥10.00',
    '结清欠费后就能预约',
  ],
  [
    { code: 'membership-expired' as const, endedOn: '2026-05-31' },
    '借阅证 5 月 31 日已到期',
    '先续办会员，再来预约',
  ],
  [{ code: 'already-borrowed' as const }, '这本书正在您手里', '不用预约'],
])('%j is why no hold is placed', (reason, title, advice) => {
  expect(holdReasonLines([reason], today)).toEqual([{ code: reason.code, title, advice }]);
});

const offer = { reasons: [], place: 2, expectedOn: '2026-06-20', holdId: null, isWatched: false };
const standing = {
  title: '甲',
  onlyCopy: '',
  offer,
  failure: '',
  branches: [{ branchId: 'main', name: '总馆' }],
  branchId: 'main',
  placedAt: null,
  isOnShelf: false,
  isBusy: false,
  refusal: '',
};

test.each([
  [{ offer: null }, 'loading', '预约《甲》', ''],
  [{ offer: null, failure: '连不上图书馆' }, 'failed', '预约《甲》', ''],
  [{}, 'offered', '预约《甲》', '排第 2 位 · 预计 6 月 20 日'],
  [
    { offer: { ...offer, reasons: [{ code: 'hold-limit' as const, limit: 1 }] } },
    'refused',
    '现在不能预约',
    '',
  ],
  [{ offer: { ...offer, holdId: 'h1' } }, 'mine', '您已经预约了', '排第 2 位 · 预计 6 月 20 日'],
  [{ placedAt: 3 }, 'placed', '预约好了', '现在排第 3 位，书到了会告诉您'],
])('%#: the sheet of a hold', (change, state, heading, facts) => {
  const view = holdView({ ...standing, ...change }, today);
  expect([view.state, view.heading, view.facts]).toEqual([state, heading, facts]);
});

test.each([
  [{}, '只等这一册：总馆 · 二层'],
  [{ placedAt: 1 }, '只等这一册：总馆 · 二层'],
  [{ offer: { ...offer, holdId: 'h1' } }, ''],
  [{ onlyCopy: '' }, ''],
])('%#: the sheet says which copy it is for', (change, only) => {
  expect(holdView({ ...standing, onlyCopy: '总馆 · 二层', ...change }, today).only).toBe(only);
});

const refusedBy = (...reasons: Parameters<typeof holdReasonLines>[0]) => ({
  offer: { ...offer, reasons: [...reasons] },
});

test.each([
  ['instead of a hold', {}, true],
  ['where no hold can be placed', refusedBy({ code: 'hold-limit', limit: 1 }), true],
  ['not where one is there to be fetched', refusedBy({ code: 'on-shelf', copies: 1 }), false],
  ['not where a sister of the one copy is there', { onlyCopy: '总馆 · 二层', isOnShelf: true }, false],
  ['not for what one waits for already', { offer: { ...offer, holdId: 'h1' } }, false],
  ['not for what was just put on hold', { placedAt: 1 }, false],
  ['not before the offer is there', { offer: null }, false],
])('one can ask to be told %s', (_, change, can) => {
  expect(holdView({ ...standing, ...change }, today).canWatch).toBe(can);
});

test('fines say what they are for, and what is so far says that it grows with the days', () => {
  const fines = {
    owed: 40,
    soFar: [
      { loanId: 'l1', bookId: 'b', title: '甲', dueOn: '2026-05-29', days: 3, amount: 60, suspensionDays: 0 },
      { loanId: 'l2', bookId: 'b', title: '乙', dueOn: '2026-05-29', days: 3, amount: 0, suspensionDays: 3 },
    ],
    fines: [
      {
        fineId: 'f1',
        loanId: 'l3',
        bookId: 'b',
        title: '丙',
        amount: 40,
        days: 2,
        fixedOn: '2026-05-03',
        state: 'owed' as const,
        settledOn: null,
      },
    ],
    borrowingSuspendedUntil: null,
    paysOnline: false,
  };
  expect(soFarRows(fines, today).map(({ facts, amount }) => [plainSpaces(facts), amount])).toEqual([
    ['5 月 29 日到期 · 超期 3 天', '¥0.60'],
    ['5 月 29 日到期 · 超期 3 天', '还书后停借 3 天'],
  ]);
  expect(
    fineRows(fines, today).map(({ facts, state, isOwed }) => [plainSpaces(facts), state, isOwed]),
  ).toEqual([['5 月 3 日算定 · 计 2 天', '未结清', true]]);
});
