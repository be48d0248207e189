import {
  chooseRule,
  noPolicy,
  type PolicyRule,
} from '../../cloudfunctions/circulation/domain/policies/choose-policy';
import { usualPolicy } from '../../cloudfunctions/circulation/domain/policies/policy';
import { readPolicy } from '../../cloudfunctions/circulation/domain/policies/read-policy';

const read = (fields: object) =>
  readPolicy({ _id: 'p', patronCategory: 'graduate', itemCategory: 'book', maxRenewals: 1, ...fields });

test('what is not written takes its usual value', () => {
  const { rule, faults } = read({});
  expect(faults).toEqual([]);
  expect(rule).toEqual({
    policyId: 'p',
    patronCategory: 'graduate',
    itemCategory: 'book',
    policy: { ...usualPolicy, maxRenewals: 1 },
  });
});

test('what is written is taken as it is, unlimited renewals and days typed loosely too', () => {
  const { rule, faults } = read({ maxRenewals: 'unlimited', latestDueOn: '2026/6/30', holds: 'ignore' });
  expect(rule.policy).toMatchObject({ maxRenewals: 'unlimited', latestDueOn: '2026-06-30', holds: 'ignore' });
  expect(faults).toEqual([{ _id: 'policies/p', field: 'latestDueOn', code: 'loosely-written' }]);
});

test('a mistyped field is named, and takes its usual value', () => {
  const { rule, faults } = read({ loanDay: 5, _openid: 'o' });
  expect(rule.policy.loanDays).toBe(usualPolicy.loanDays);
  expect(faults).toEqual([{ _id: 'policies/p', field: 'loanDay', code: 'unknown-field' }]);
});

test('an empty text and null are as if nothing were written', () => {
  expect(read({ renewalDays: null, latestDueOn: '', fineLimit: null })).toEqual(read({}));
});

test.each<readonly [string, unknown, string, object]>([
  ['maxRenewals', undefined, 'missing', { maxRenewals: null }],
  ['maxRenewals', 'often', 'not-a-whole-number', { maxRenewals: null }],
  ['maxRenewals', -1, 'out-of-range', { maxRenewals: null }],
  ['loanDays', 0, 'out-of-range', { loanDays: 1, renewable: false, lendable: false }],
  ['loanDays', '30', 'not-a-whole-number', { renewable: false, lendable: false }],
  ['renewalDays', 1.5, 'not-a-whole-number', { renewable: false }],
  ['maxTotalDays', 'a year', 'not-a-whole-number', { renewable: false }],
  ['latestDueOn', '2026-02-30', 'not-a-day', { renewable: false }],
  ['renewable', 'yes', 'unknown-value', { renewable: false }],
  ['lendable', 1, 'unknown-value', { lendable: false }],
  ['renewFrom', 'tomorrow', 'unknown-value', { renewFrom: 'today' }],
  ['opensDaysBefore', -3, 'out-of-range', { opensDaysBefore: 0 }],
  ['overdue', 'refuse', 'unknown-value', { overdue: 'refuse-account' }],
  ['fineLimit', '10 yuan', 'not-a-whole-number', { fineLimit: 0 }],
  ['holds', true, 'unknown-value', { holds: 'refuse' }],
  ['capAtMembershipEnd', 'no', 'unknown-value', { capAtMembershipEnd: true }],
  ['onClosedDay', 'next', 'unknown-value', { onClosedDay: 'previous-open' }],
  ['finePerDay', 0.1, 'not-a-whole-number', { finePerDay: 0 }],
  ['fineCap', -1, 'out-of-range', { fineCap: 0 }],
  ['fineDays', 'workdays', 'unknown-value', { fineDays: 'open' }],
  ['overduePenalty', 'both', 'unknown-value', { overduePenalty: 'fine' }],
  ['holdShelfDays', 0, 'out-of-range', { holdShelfDays: 3 }],
  ['allowHoldOnShelf', 'yes', 'unknown-value', { allowHoldOnShelf: false }],
  ['patronCategory', 7, 'not-text', {}],
  ['itemCategory', undefined, 'missing', {}],
])('a wrong %s (%p) is named, and the safest holds', (field, value, code, safest) => {
  const { rule, faults } = read({ [field]: value });
  expect(faults).toEqual([{ _id: 'policies/p', field, code }]);
  expect(rule.policy).toMatchObject(safest);
});

const rule = (policyId: string, patronCategory: string, itemCategory: string): PolicyRule => ({
  policyId,
  patronCategory,
  itemCategory,
  policy: noPolicy,
});
const rules = [
  rule('all', '*', '*'),
  rule('discs', '*', 'disc'),
  rule('staff', 'staff', '*'),
  rule('staff-discs', 'staff', 'disc'),
  rule('staff-discs-2', 'staff', 'disc'),
];

test.each([
  ['staff', 'disc', 'staff-discs'],
  ['staff', 'book', 'staff'],
  ['outside', 'disc', 'discs'],
  ['outside', 'book', 'all'],
])('%s and %s go by the policy %s', (patron, item, policyId) => {
  expect(chooseRule(rules.toReversed(), patron, item)?.policyId).toBe(policyId);
});

test('a pair that no policy is for has none, and then nothing is lent or renewed', () => {
  expect(chooseRule([rule('staff', 'staff', '*')], 'outside', 'book')).toBeUndefined();
  expect(noPolicy).toMatchObject({ maxRenewals: null, lendable: false });
});

test('a policy that names no category is for nobody', () => {
  expect(chooseRule([rule('broken', '', '')], '', 'book')).toBeUndefined();
  expect(chooseRule([rule('broken', '', '*')], '', 'book')).toBeUndefined();
});
