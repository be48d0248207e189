import {
  decideRenewal,
  renewalsLeft,
  type RenewalCase,
  type RenewalDecision,
} from '../../cloudfunctions/circulation/domain/loans/renewal-decision';
import { someHold, someLoan, somePolicy } from '../support/some-loan';

type Given = {
  readonly loan?: Parameters<typeof someLoan>[0] | null;
  readonly policy?: Parameters<typeof somePolicy>[0];
  readonly patron?: Partial<RenewalCase['patron']>;
  readonly holds?: readonly Parameters<typeof someHold>[0][];
  readonly freeCopies?: readonly string[];
  readonly today?: string;
  readonly closed?: readonly string[];
  readonly seenDueOn?: string;
};

const decide = (given: Given): RenewalDecision =>
  decideRenewal({
    loan: given.loan === null ? null : someLoan(given.loan),
    policy: somePolicy(given.policy),
    patron: {
      card: 'card-1',
      status: 'active',
      endsOn: null,
      finesOwed: 0,
      hasOtherOverdue: false,
      ...given.patron,
    },
    title: {
      holds: (given.holds ?? []).map((hold, at) => someHold({ holdId: `hold-${at}`, ...hold })),
      freeCopies: given.freeCopies ?? [],
    },
    today: given.today ?? '2026-03-20',
    isClosed: (day) => (given.closed ?? []).includes(day),
    ...(given.seenDueOn !== undefined && { seenDueOn: given.seenDueOn }),
  });

const refusals: readonly (readonly [string, Given, readonly object[]])[] = [
  ['an unknown loan', { loan: null }, [{ code: 'no-such-loan' }]],
  [
    'somebody else’s loan, alone whatever else there is',
    { loan: { card: 'card-9', recalled: true }, patron: { status: 'suspended' } },
    [{ code: 'no-such-loan' }],
  ],
  [
    'a returned loan, alone whatever else there is',
    { loan: { returnedOn: '2026-03-19', recalled: true }, patron: { status: 'suspended' } },
    [{ code: 'already-returned' }],
  ],
  ['a suspended membership', { patron: { status: 'suspended' } }, [{ code: 'membership-suspended' }]],
  [
    'a membership that ended yesterday',
    { patron: { endsOn: '2026-03-19' } },
    [{ code: 'membership-expired', endedOn: '2026-03-19' }],
  ],
  [
    'a fen more than the limit',
    { policy: { fineLimit: 1000 }, patron: { finesOwed: 1001 } },
    [{ code: 'fines-over-limit', owed: 1001, limit: 1000 }],
  ],
  [
    'any fine, with a limit of nothing',
    { policy: { fineLimit: 0 }, patron: { finesOwed: 1 } },
    [{ code: 'fines-over-limit', owed: 1, limit: 0 }],
  ],
  [
    'another overdue loan',
    { policy: { overdue: 'refuse-account' }, patron: { hasOtherOverdue: true } },
    [{ code: 'account-overdue' }],
  ],
  ['the day after the due day', { today: '2026-04-01' }, [{ code: 'overdue', overdueDays: 1 }]],
  [
    'an overdue loan of an account with another one',
    { policy: { overdue: 'refuse-account' }, patron: { hasOtherOverdue: true }, today: '2026-04-10' },
    [{ code: 'account-overdue' }, { code: 'overdue', overdueDays: 10 }],
  ],
  [
    'an overdue loan where nothing else may be overdue, though nothing else is',
    { policy: { overdue: 'refuse-account' }, today: '2026-04-02' },
    [{ code: 'overdue', overdueDays: 2 }],
  ],
  ['a lost copy', { loan: { reportedLost: true } }, [{ code: 'reported-lost' }]],
  ['one that is said to be back', { loan: { claimedReturned: true } }, [{ code: 'claimed-returned' }]],
  ['a kind that never renews', { policy: { renewable: false } }, [{ code: 'not-renewable' }]],
  ['a recalled copy', { loan: { recalled: true } }, [{ code: 'recalled' }]],
  ['a hold on the title', { holds: [{}] }, [{ code: 'reserved', waiting: 1 }]],
  [
    'a hold on this copy although others are free',
    {
      policy: { holds: 'refuse-unless-enough-copies' },
      holds: [{ barcode: 'copy-1' }],
      freeCopies: ['copy-2', 'copy-3'],
    },
    [{ code: 'reserved', waiting: 1 }],
  ],
  [
    'more holds than free copies',
    { policy: { holds: 'refuse-unless-enough-copies' }, holds: [{}, {}], freeCopies: ['copy-2'] },
    [{ code: 'reserved', waiting: 2 }],
  ],
  [
    'a free copy that has a hold of its own',
    {
      policy: { holds: 'refuse-unless-enough-copies' },
      holds: [{}, { barcode: 'copy-2' }],
      freeCopies: ['copy-2'],
    },
    [{ code: 'reserved', waiting: 1 }],
  ],
  [
    'holds on the title and on this copy, counted together',
    { holds: [{}, { barcode: 'copy-1' }, { barcode: 'copy-2' }] },
    [{ code: 'reserved', waiting: 2 }],
  ],
  [
    'a hold that was suspended until today',
    { holds: [{ suspendedUntil: '2026-03-20' }] },
    [{ code: 'reserved', waiting: 1 }],
  ],
  ['as many renewals as allowed', { loan: { renewals: 2 } }, [{ code: 'limit-reached', limit: 2 }]],
  ['no renewal allowed', { policy: { maxRenewals: 0 } }, [{ code: 'limit-reached', limit: 0 }]],
  ['no limit configured', { policy: { maxRenewals: null } }, [{ code: 'limit-reached', limit: null }]],
  [
    'the day before renewal opens',
    { policy: { opensDaysBefore: 3 }, today: '2026-03-27' },
    [{ code: 'too-soon', opensOn: '2026-03-28' }],
  ],
  [
    'a closed library on the opening day, which opens nothing sooner',
    { policy: { opensDaysBefore: 0 }, today: '2026-03-30', closed: ['2026-03-31'] },
    [{ code: 'too-soon', opensOn: '2026-03-31' }],
  ],
  [
    'a due day that changed since it was seen',
    { seenDueOn: '2026-03-01' },
    [{ code: 'changed', dueOn: '2026-03-31' }],
  ],
  [
    'a changed due day of a recalled copy: the reason that applies goes first',
    { loan: { recalled: true }, seenDueOn: '2026-03-01' },
    [{ code: 'recalled' }],
  ],
  [
    'a changed due day where renewing gains nothing: that applies',
    { policy: { latestDueOn: '2026-03-31' }, seenDueOn: '2026-03-01' },
    [{ code: 'no-gain', wouldBe: '2026-03-31' }],
  ],
  [
    'a ceiling on the present due day',
    { policy: { latestDueOn: '2026-03-31' } },
    [{ code: 'no-gain', wouldBe: '2026-03-31' }],
  ],
  [
    'a ceiling before the present due day, which is not shortened',
    { policy: { latestDueOn: '2026-03-25' } },
    [{ code: 'no-gain', wouldBe: '2026-03-25' }],
  ],
  [
    'a due day moved back off closed days onto the present one',
    {
      policy: { renewalDays: 2, onClosedDay: 'previous-open' },
      closed: ['2026-04-01', '2026-04-02'],
    },
    [{ code: 'no-gain', wouldBe: '2026-03-31' }],
  ],
  [
    'an overdue loan whose ceiling is today',
    { policy: { overdue: 'allow', maxTotalDays: 35 }, today: '2026-04-05' },
    [{ code: 'no-gain', wouldBe: '2026-04-05' }],
  ],
  [
    'everything at once, in order',
    {
      loan: { renewals: 2, recalled: true, reportedLost: true, claimedReturned: true },
      policy: { overdue: 'refuse-account', fineLimit: 0, renewable: false, opensDaysBefore: 0 },
      patron: { status: 'suspended', endsOn: '2026-03-01', finesOwed: 1, hasOtherOverdue: true },
      holds: [{}],
      seenDueOn: '2026-01-01',
    },
    [
      'membership-suspended',
      'membership-expired',
      'fines-over-limit',
      'account-overdue',
      'reported-lost',
      'claimed-returned',
      'not-renewable',
      'recalled',
      'reserved',
      'limit-reached',
      'too-soon',
    ].map((code) => ({ code })),
  ],
];

test.each(refusals)('%s refuses', (_, given, reasons) => {
  const decision = decide(given);
  expect(decision).toMatchObject({ granted: false, reasons });
  expect(decision.granted ? 0 : decision.reasons.length).toBe(reasons.length);
});

const grants: readonly (readonly [string, Given, string, number | 'unlimited'])[] = [
  ['the length of a loan after the due day', {}, '2026-04-30', 1],
  ['a length of its own', { policy: { renewalDays: 14 } }, '2026-04-14', 1],
  ['counting from today', { policy: { renewFrom: 'today' } }, '2026-04-19', 1],
  [
    'an overdue loan counts from today',
    { policy: { overdue: 'allow' }, today: '2026-04-05' },
    '2026-05-05',
    1,
  ],
  ['the due day itself is not overdue', { today: '2026-03-31' }, '2026-04-30', 1],
  ['the last renewal', { loan: { renewals: 1 } }, '2026-04-30', 0],
  [
    'without limit',
    { policy: { maxRenewals: 'unlimited' }, loan: { renewals: 90 } },
    '2026-04-30',
    'unlimited',
  ],
  ['the day that renewal opens', { policy: { opensDaysBefore: 3 }, today: '2026-03-28' }, '2026-04-30', 1],
  ['the last day of the membership', { patron: { endsOn: '2026-03-20' } }, '2026-04-30', 1],
  ['exactly the fines allowed', { policy: { fineLimit: 5 }, patron: { finesOwed: 5 } }, '2026-04-30', 1],
  ['any fines without a limit', { patron: { finesOwed: 999_999 } }, '2026-04-30', 1],
  [
    'another overdue loan, where only the loan itself counts',
    { patron: { hasOtherOverdue: true } },
    '2026-04-30',
    1,
  ],
  ['one’s own hold', { holds: [{ card: 'card-1' }] }, '2026-04-30', 1],
  ['a hold on a sister copy', { holds: [{ barcode: 'copy-2' }] }, '2026-04-30', 1],
  ['a hold that is ready', { holds: [{ state: 'ready', keptBarcode: 'copy-2' }] }, '2026-04-30', 1],
  [
    'a hold whose copy is on its way',
    { holds: [{ state: 'in-transit', keptBarcode: 'copy-2' }] },
    '2026-04-30',
    1,
  ],
  ['a hold suspended until tomorrow', { holds: [{ suspendedUntil: '2026-03-21' }] }, '2026-04-30', 1],
  [
    'holds that the policy ignores',
    { policy: { holds: 'ignore' }, holds: [{}, { barcode: 'copy-1' }] },
    '2026-04-30',
    1,
  ],
  [
    'as many free copies as holds',
    { policy: { holds: 'refuse-unless-enough-copies' }, holds: [{}], freeCopies: ['copy-2'] },
    '2026-04-30',
    1,
  ],
  [
    'the lowest of the ceilings',
    { policy: { latestDueOn: '2026-04-20', maxTotalDays: 40 } },
    '2026-04-10',
    1,
  ],
  [
    'the end of the membership, where the policy says so',
    { policy: { capAtMembershipEnd: true }, patron: { endsOn: '2026-04-08' } },
    '2026-04-08',
    1,
  ],
  [
    'no ceiling at the end of a membership that has none',
    { policy: { capAtMembershipEnd: true } },
    '2026-04-30',
    1,
  ],
  ['a closed day moves on', { closed: ['2026-04-30', '2026-05-01'] }, '2026-05-02', 1],
  ['or back', { policy: { onClosedDay: 'previous-open' }, closed: ['2026-04-30'] }, '2026-04-29', 1],
  ['or stays', { policy: { onClosedDay: 'keep' }, closed: ['2026-04-30'] }, '2026-04-30', 1],
  [
    'at a ceiling a closed day moves back',
    { policy: { latestDueOn: '2026-04-20' }, closed: ['2026-04-20', '2026-04-19'] },
    '2026-04-18',
    1,
  ],
  [
    'exactly at a ceiling, too',
    { policy: { latestDueOn: '2026-04-30' }, closed: ['2026-04-30'] },
    '2026-04-29',
    1,
  ],
  [
    'moving on past a ceiling moves back instead',
    { policy: { latestDueOn: '2026-05-01' }, closed: ['2026-04-30', '2026-05-01', '2026-05-02'] },
    '2026-04-29',
    1,
  ],
  [
    'with keep it stays at a ceiling, too',
    { policy: { latestDueOn: '2026-04-20', onClosedDay: 'keep' }, closed: ['2026-04-20'] },
    '2026-04-20',
    1,
  ],
  ['the due day as it was seen', { seenDueOn: '2026-03-31' }, '2026-04-30', 1],
];

test.each(grants)('%s is granted', (_, given, newDueOn, left) => {
  expect(decide(given)).toEqual({ granted: true, newDueOn, renewalsLeft: left });
});

test('where no open day is near, the day is kept', () => {
  const always = { loan: someLoan(), isClosed: () => true, today: '2026-03-20' };
  const patron = {
    card: 'card-1',
    status: 'active',
    endsOn: null,
    finesOwed: 0,
    hasOtherOverdue: false,
  } as const;
  const title = { holds: [], freeCopies: [] };
  expect(decideRenewal({ ...always, patron, title, policy: somePolicy() })).toMatchObject({
    newDueOn: '2026-04-30',
  });
});

test.each([
  [2, 0, 2],
  [2, 3, 0],
  [null, 0, null],
  ['unlimited', 7, 'unlimited'],
] as const)('of %s renewals, %s done, %s are left', (maxRenewals, done, left) => {
  expect(renewalsLeft(somePolicy({ maxRenewals }), done)).toBe(left);
});
