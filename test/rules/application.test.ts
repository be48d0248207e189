import {
  isOpen,
  mayBe,
  needsGuardian,
  stepTo,
  withdrawn,
  type Application,
  type ApplicationState,
} from '../../cloudfunctions/membership/domain/applications/application';
import { checkDetails } from '../../cloudfunctions/membership/domain/applications/application-check';
import type { PatronCategory } from '../../cloudfunctions/membership/domain/patrons/patron-category';

const today = '2026-11-22';
const outside: PatronCategory = {
  category: 'outside',
  name: '校外会员',
  kind: 'online',
  membershipDays: 365,
  renewal: 'by-application',
  renewalOpensDays: 30,
  loanLimit: 4,
  holdLimit: 2,
  rights: ['borrow'],
  proof: '身份证件',
  cardPrefix: 'OL',
};
const guardian = { name: '周建国', phone: '13900000000' };
const told = { birthYear: 1990, guardian: null, proofIds: ['a'], consentVersion: 1 };

test.each<[string, object, PatronCategory | undefined, string[]]>([
  ['all that is wanted', {}, outside, []],
  ['no category', {}, undefined, ['no-such-category']],
  ['one of the campus', {}, { ...outside, kind: 'campus' }, ['no-such-category']],
  ['one without a term', {}, { ...outside, membershipDays: null }, ['no-such-category']],
  ['a child', { birthYear: 2012 }, outside, ['guardian-needed']],
  ['a child with a guardian', { birthYear: 2012, guardian }, outside, []],
  ['a grown-up with a guardian', { guardian }, outside, []],
  ['no proof', { proofIds: [] }, outside, ['proof-needed']],
  ['no proof where none is wanted', { proofIds: [] }, { ...outside, proof: null }, []],
  ['a proof where none is wanted', {}, { ...outside, proof: null }, []],
  ['no consent', { consentVersion: null }, outside, ['consent-needed']],
  ['consent to other words', { consentVersion: 2 }, outside, ['consent-needed']],
  [
    'nothing at all',
    { birthYear: 2020, proofIds: [], consentVersion: null },
    outside,
    ['guardian-needed', 'proof-needed', 'consent-needed'],
  ],
])('with %s: %p', (_, change, category, codes) => {
  const reasons = checkDetails({ ...told, ...change }, category, today);
  expect(reasons.map(({ code }) => code)).toEqual(codes);
});

test.each([
  [2011, false],
  [2012, true],
  [2013, true],
  [1926, false],
])('who was born in %s needs a guardian in 2026: %p', (birthYear, needs) => {
  expect(needsGuardian(birthYear, today)).toBe(needs);
});

test('in the year one becomes 15 nobody else is asked, from its first day to its last', () => {
  const years = ['2026-12-31', '2027-01-01', '2027-12-31'].map((day) => needsGuardian(2012, day));
  expect(years).toEqual([true, false, false]);
});

test.each<[ApplicationState, boolean, boolean, boolean]>([
  ['submitted', true, true, true],
  ['refused', true, true, false],
  ['approved', false, false, false],
  ['withdrawn', false, false, false],
])('what is %s may be corrected: %p, withdrawn: %p, decided: %p', (state, correct, withdraw, decide) => {
  expect([mayBe('correct', state), mayBe('withdraw', state), mayBe('decide', state)]).toEqual([
    correct,
    withdraw,
    decide,
  ]);
  expect(isOpen(state)).toBe(correct);
});

describe('a step', () => {
  const [first, at] = [new Date('2026-11-21T04:00:00Z'), new Date('2026-11-22T04:00:00Z')];
  const application = {
    state: 'submitted',
    revision: 4,
    steps: [{ state: 'submitted', at: first, reason: null }],
    decidedAt: null,
  } as unknown as Application;

  test('is one revision more and stands behind those before', () => {
    expect(stepTo(application, 'refused', at, '看不清')).toEqual({
      state: 'refused',
      revision: 5,
      steps: [...application.steps, { state: 'refused', at, reason: '看不清' }],
      decidedAt: null,
    });
  });

  test('back takes a decision, for no reason', () => {
    expect(withdrawn(application, at)).toEqual({
      state: 'withdrawn',
      revision: 5,
      steps: [...application.steps, { state: 'withdrawn', at, reason: null }],
      decidedAt: at,
    });
  });
});
