import { purposeOf } from '../../cloudfunctions/membership/domain/applications/application-check';
import { cardCodeBody, readCardCode } from '../../cloudfunctions/membership/domain/card/card-code';
import { decideTerm } from '../../cloudfunctions/membership/domain/patrons/membership-term';
import type { PatronCategory } from '../../cloudfunctions/membership/domain/patrons/patron-category';

const today = '2026-11-22';
const alumni: PatronCategory = {
  category: 'alumni',
  name: '校友',
  kind: 'online',
  membershipDays: 365,
  renewal: 'at-once',
  renewalOpensDays: 30,
  loanLimit: 8,
  holdLimit: 3,
  rights: [],
  proof: null,
  cardPrefix: 'AL',
};
const outside = { ...alumni, renewal: 'by-application' } as const;
const campus = { ...alumni, kind: 'campus', membershipDays: null, renewal: 'never' } as const;
const active = 'active' as const;
const suspended = 'suspended' as const;

const to = (endsOn: string) => ({ granted: true, endsOn });
const no = (code: string, opensOn?: string | null) => ({
  granted: false,
  reason: { code, ...(opensOn !== undefined && { opensOn }) },
});

test.each([
  ['a month before its end: from its last day', '2026-12-22', active, alumni, to('2027-12-22')],
  ['a day earlier', '2026-12-23', active, alumni, no('term-too-early', '2026-11-23')],
  ['on its last day', '2026-11-22', active, alumni, to('2027-11-22')],
  ['long after its end: from today', '2025-01-01', active, alumni, to('2027-11-22')],
  ['suspended', '2026-11-30', suspended, alumni, no('membership-suspended')],
  ['by application, open', '2026-11-30', active, outside, no('apply-again', null)],
  ['by application, not open', '2027-01-01', active, outside, no('apply-again', '2026-12-02')],
  ['of the campus', '2026-11-30', active, campus, no('not-prolonged-here')],
  ['without an end', null, active, alumni, no('not-prolonged-here')],
  ['of a category that is gone', '2026-11-30', active, undefined, no('not-prolonged-here')],
  ['without a length', '2026-11-30', active, { ...alumni, membershipDays: null }, no('not-prolonged-here')],
  [
    'that never goes on',
    '2026-11-30',
    active,
    { ...alumni, renewal: 'never' as const },
    no('not-prolonged-here'),
  ],
])('a membership %s', (_, endsOn, status, category, expected) => {
  expect(decideTerm({ status, endsOn }, category, today)).toEqual(expected);
});

const own = { card: 'OL1', name: '周', category: 'outside', status: active, endsOn: '2026-12-01' };
test.each([
  ['nobody yet', null, undefined, { kind: 'new-card' }],
  ['who may apply again', own, outside, { kind: 'next-term', card: 'OL1' }],
  [
    'who may do so later',
    { ...own, endsOn: '2027-12-01' },
    outside,
    { kind: 'too-early', opensOn: '2027-11-01' },
  ],
  ['who prolongs at once', own, alumni, { kind: 'has-card', card: 'OL1' }],
  ['of the campus', own, campus, { kind: 'has-card', card: 'OL1' }],
  ['whose campus card is over', { ...own, endsOn: '2026-11-21' }, campus, { kind: 'new-card' }],
  ['on the last day of it', { ...own, endsOn: today }, campus, { kind: 'has-card', card: 'OL1' }],
  [
    'who is suspended',
    { ...own, status: suspended, endsOn: '2020-01-01' },
    outside,
    { kind: 'has-card', card: 'OL1' },
  ],
])('an application of somebody %s', (_, patron, category, expected) => {
  expect(purposeOf(patron, category, today)).toEqual(expected);
});

test('a code says its card and its end, and nothing else is a code', () => {
  const endsAt = new Date('2026-11-22T04:01:00Z');
  const body = cardCodeBody('S2023-001', endsAt);
  expect(readCardCode(`${body}.seal`)).toEqual({ body, card: 'S2023-001', endsAt, signature: 'seal' });
  for (const text of ['', body, `${body}.`, `${body}.a.b`, `X${body}.seal`, 'LC1..1.seal', 'LC1.C.zz!.seal'])
    expect(readCardCode(text)).toBeNull();
});
