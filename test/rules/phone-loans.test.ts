import { loanRow } from '../../miniprogram/format/loan-row';
import { yuan } from '../../miniprogram/format/money';
import { reasonLines } from '../../miniprogram/format/renewal-reasons';
import type { RenewalReason } from '../../miniprogram/format/renewal-reasons';
import { renewSheet } from '../../miniprogram/format/renew-sheet';
import { renewalPlan, renewalResults } from '../../miniprogram/format/renewal-results';
import { waitLabel } from '../../miniprogram/format/wait-label';
import { sideBySide } from '../../miniprogram/format/side-by-side';
import { whatStays } from '../../miniprogram/format/what-stays';
import { someLoan } from '../support/some-listed-loan';
import { plainSpaces } from '../support/plain-spaces';

const today = '2026-06-01';
const refused = (...reasons: readonly RenewalReason[]) => ({
  granted: false as const,
  reasons: [...reasons],
});
const granted = (newDueOn: string, renewalsLeft: number | 'unlimited' = 0) => ({
  granted: true as const,
  newDueOn,
  renewalsLeft,
});

describe('a loan in the list', () => {
  test.each([
    ['2026-06-19', '还有 18 天', 'calm', '6 月 19 日到期'],
    ['2026-06-05', '还有 4 天', 'calm', '6 月 5 日到期'],
    ['2026-06-04', '还有 3 天', 'soon', '6 月 4 日到期'],
    ['2026-06-03', '还有 2 天', 'soon', '后天到期'],
    ['2026-06-01', '今天到期', 'soon', '今天到期'],
    ['2026-05-29', '超期 3 天', 'overdue', '5 月 29 日到期'],
  ])('due %s', (dueOn, due, tone, facts) => {
    const row = loanRow(someLoan({ dueOn, renewal: refused() }), today);
    expect([row.due, row.tone, plainSpaces(row.facts)]).toEqual([due, tone, facts]);
  });

  test('says to when it can be renewed, how often still, and the fee so far', () => {
    const row = loanRow(
      someLoan({ dueOn: '2026-05-30', fineSoFar: 60, renewalsLeft: 2, renewal: granted('2026-07-01') }),
      today,
    );
    expect(plainSpaces(row.facts)).toBe('5 月 30 日到期 · 可续到 7 月 1 日 · 还可续 2 次 · 费用到今天 ¥0.60');
    expect([row.isRenewable, row.refusal]).toEqual([true, '']);
  });

  test('that is only too soon says from when, and is no refusal', () => {
    const renewal = refused({ code: 'too-soon', opensOn: '2026-06-12' });
    const row = loanRow(someLoan({ dueOn: '2026-06-19', renewal }), today);
    expect([plainSpaces(row.facts), row.refusal]).toEqual([
      '6 月 19 日到期 · 6 月 12 日起可续借 · 还可续 1 次',
      '',
    ]);
  });

  const owing = { code: 'fines-over-limit' as const, owed: 2600, limit: 1000 };
  const late = { code: 'overdue' as const, overdueDays: 15 };
  const early = { code: 'too-soon' as const, opensOn: '2026-06-12' };
  test.each<[readonly RenewalReason[], string]>([
    [[owing], '不能续借：欠费 ¥26.00，超过上限 ¥10.00。结清欠费后就能续借。'],
    [[owing, late], '不能续借：欠费 ¥26.00，超过上限 ¥10.00；已超期 15 天。请结清欠费；请尽快归还。'],
    [[late, { code: 'reserved', waiting: 2 }], '不能续借：已超期 15 天；有 2 人在等。请尽快归还。'],
    [
      [{ code: 'account-overdue' }, { code: 'limit-reached', limit: 1 }],
      '不能续借：有别的书超期未还；1 次续借都用完了。请还清超期的书；请按期归还。',
    ],
    [
      [{ code: 'reserved', waiting: 2 }, { code: 'limit-reached', limit: 1 }, early],
      '不能续借：有 2 人在等；1 次续借都用完了；6 月 12 日前不能续借。请按期归还。',
    ],
  ])('%#: that is refused says every reason, and promises nothing that another refuses', (reasons, said) => {
    const renewal = refused(...reasons);
    expect(loanRow(someLoan({ renewal }), today).refusal).toBe(said);
    const advices = renewSheet(someLoan({ renewal }), today).reasons.map(({ advice }) => advice);
    expect(advices.some((advice) => advice.includes('就能续借'))).toBe(reasons.length === 1);
    const [line] = renewalResults([{ loanId: 'l', title: '甲', renewal }], today).lines;
    expect(line?.said.includes('就能续借')).toBe(reasons.length === 1);
  });

  test.each([
    ['2026-05-01', '2026-05-31', 100],
    ['2026-05-22', '2026-06-21', 33],
    ['2026-06-01', '2026-07-01', 2],
    ['2026-06-01', '2026-06-01', 2],
  ])('from %s to %s has spent %i %% of its time', (borrowedOn, dueOn, spent) => {
    expect(loanRow(someLoan({ borrowedOn, dueOn }), today).spent).toBe(spent);
  });
});

test.each<[RenewalReason, string, string]>([
  [{ code: 'no-such-loan' }, '没有这笔借阅', '下拉刷新，看看现在的借阅'],
  [{ code: 'already-returned' }, '这本书已经还了', '不用续借了'],
  [{ code: 'membership-suspended' }, '借阅证已停用', '请到服务台询问原因'],
  [{ code: 'membership-expired', endedOn: '2026-05-31' }, '借阅证 5 月 31 日已到期', '先续办会员，再来续借'],
  [
    { code: 'fines-over-limit', owed: 1250, limit: 1000 },
    '欠费 ¥12.50，超过上限 ¥10.00',
    '结清欠费后就能续借',
  ],
  [{ code: 'account-overdue' }, '有别的书超期未还', '还清超期的书后就能续借'],
  [{ code: 'overdue', overdueDays: 1 }, '已超期 1 天', '请尽快归还'],
  [{ code: 'reported-lost' }, '已报遗失', '请到服务台办理'],
  [{ code: 'claimed-returned' }, '您说已经还了，馆员正在核对', '核对好之后会更新'],
  [{ code: 'not-renewable' }, '这类书不能续借', '请按期归还'],
  [{ code: 'recalled' }, '图书馆已召回这本书', '请尽快还到服务台'],
  [{ code: 'reserved', waiting: 2 }, '有 2 人在等', '请按期归还，让下一位读到'],
  [{ code: 'limit-reached', limit: 3 }, '3 次续借都用完了', '请按期归还；还后可以再借'],
  [{ code: 'limit-reached', limit: 0 }, '这类书不能续借', '请按期归还；还后可以再借'],
  [{ code: 'limit-reached', limit: null }, '馆里没有给这类书登记续借次数', '请按期归还；还后可以再借'],
  [{ code: 'too-soon', opensOn: '2026-06-12' }, '6 月 12 日起可续借', '6 月 12 日再来，就能续借'],
  [{ code: 'changed', dueOn: '2026-07-03' }, '应还日期已经变成 7 月 3 日', '看看新的日期，再决定要不要续借'],
  [
    { code: 'no-gain', wouldBe: '2026-06-03' },
    '现在续借，应还日期是后天，没有变晚',
    '不用续借，请按现在的日期归还',
  ],
])('%j is said in words with what to do next', (reason, title, advice) => {
  expect(reasonLines([reason], today)).toEqual([{ code: reason.code, title, advice }]);
});

describe('the sheet of a loan', () => {
  test.each([
    [0, 0, '这是最后一次续借。'],
    [2, 0, '之后还可续 2 次。'],
    ['unlimited' as const, 0, ''],
    [0, 60, '这是最后一次续借。已产生的逾期费 ¥0.60 不会消失。'],
  ])('with %s renewals left after it and a fee of %i', (left, fineSoFar, hint) => {
    const loan = someLoan({ dueOn: '2026-06-03', fineSoFar, renewal: granted('2027-01-03', left) });
    const sheet = renewSheet(loan, today);
    expect([sheet.from, sheet.to, sheet.hint]).toEqual(['6.3', '2027.1.3', hint]);
    expect(sheet.action).toBe('续借到 2027 年 1 月 3 日');
  });

  test('shows every reason where there is no renewal', () => {
    const renewal = refused({ code: 'recalled' }, { code: 'limit-reached', limit: 1 });
    const sheet = renewSheet(someLoan({ renewal }), today);
    expect([sheet.canRenew, sheet.heading, sheet.reasons.length]).toEqual([false, '乡土中国', 2]);
  });
});

describe('several renewals', () => {
  const done = { loanId: 'l1', title: '甲', renewal: granted('2026-07-01') };
  const not = { loanId: 'l2', title: '乙', renewal: refused({ code: 'reserved', waiting: 1 }) };

  test.each([
    [[done], '续借好了'],
    [[done, done], '2 本都续借好了'],
    [[done, not], '续借好 1 本，1 本没有续上'],
    [[not], '没有续上'],
  ])('%#: the heading counts only what happened', (results, heading) => {
    expect(renewalResults(results, today).heading).toBe(heading);
  });

  test('each title has its answer, and before that its days', () => {
    expect(renewalResults([done, not], today).lines.map(({ said }) => said)).toEqual([
      '续到 7 月 1 日',
      '有 1 人在等，请按期归还，让下一位读到',
    ]);
    const plan = renewalPlan([{ ...done, dueOn: '2026-06-19' }], today);
    expect([plan.heading, plan.lines[0]?.said]).toEqual(['一键续借 1 本', '6 月 19 日 → 7 月 1 日']);
  });
});

const late = [someLoan({ daysLeft: -2, fineSoFar: 40 }), someLoan({ daysLeft: -1, fineSoFar: 20 })];

test.each([
  [null, null, ['没取到在借的书和逾期费。如果有，解绑后仍在证上，请按期归还']],
  [null, 0, ['没取到在借的书。如果有，解绑后仍在证上，请按期归还']],
  [null, 350, ['没取到在借的书。如果有，解绑后仍在证上，请按期归还', '还没结清的逾期费 ¥3.50']],
  [[], null, ['没取到逾期费。如果有没结清的，仍在证上']],
  [[], 0, ['没有在借的书，也没有要交的逾期费']],
  [[], 2600, ['还没结清的逾期费 ¥26.00']],
  [[someLoan({})], 0, ['在借的 1 本书，请按期归还']],
  [
    [someLoan({}), ...late],
    350,
    ['在借的 3 本书，请按期归还', '其中 2 本已超期，费用到今天 ¥0.60', '还没结清的逾期费 ¥3.50'],
  ],
])('%#: what stays on a card after it is unbound', (loans, owed, lines) => {
  expect(whatStays(loans, owed).map(({ text }) => text)).toEqual(lines);
});

test.each([
  [0, ''],
  [1, '再等 1 秒'],
  [59_001, '再等 1 分 0 秒'],
  [252_000, '再等 4 分 12 秒'],
  [3_600_000 * 2 + 60_000, '再等 2 小时 1 分'],
  [86_400_000, '再等 1 天'],
])('a wait of %i ms', (milliseconds, label) => {
  expect(waitLabel(milliseconds)).toBe(label);
});

test.each([
  [0, '¥0.00'],
  [60, '¥0.60'],
  [123_456, '¥1234.56'],
])('%i fen is %s', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

test('facts side by side break between two of them only', () => {
  expect(sideBySide('5 月 30 日到期', '', '还可续 2 次')).toBe(
    '5\u00A0月\u00A030\u00A0日到期\u00A0· 还可续\u00A02\u00A0次',
  );
});
