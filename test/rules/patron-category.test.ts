import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOpenToApplicants } from '../../cloudfunctions/membership/domain/patrons/patron-category';
import { categoryFaults, readCategory } from '../../cloudfunctions/membership/domain/patrons/read-category';

const outside = {
  _id: 'outside',
  name: '校外会员',
  kind: 'online',
  membershipDays: 365,
  renewal: 'at-once',
  renewalOpensDays: 10,
  loanLimit: 4,
  holdLimit: 2,
  rights: ['borrow'],
  proof: '身份证件',
  cardPrefix: 'OL',
};

test('a category as it was written', () => {
  const { _id, ...rest } = outside;
  expect(readCategory(outside)).toEqual({ category: { category: _id, ...rest }, faults: [] });
});

test.each([
  ['no name: its code is shown', { name: undefined }, { name: 'outside' }, ['name missing']],
  ['a blank name: its code is shown', { name: ' ' }, { name: 'outside' }, ['name not-text']],
  ['blanks around a name', { name: ' 校外会员 ' }, { name: '校外会员' }, []],
  ['no kind: nobody may apply', { kind: undefined }, { kind: 'campus' }, ['kind missing']],
  ['a kind that there is not', { kind: 'paper' }, { kind: 'campus' }, ['kind unknown-value']],
  ['no length', { membershipDays: undefined }, { membershipDays: null }, ['membershipDays missing']],
  ['a length of nothing', { membershipDays: 0 }, { membershipDays: null }, ['membershipDays out-of-range']],
  ['for life', { membershipDays: 99999 }, { membershipDays: null }, ['membershipDays out-of-range']],
  ['no limit: no loans', { loanLimit: undefined }, { loanLimit: 0 }, ['loanLimit missing']],
  ['a limit in words', { loanLimit: '四' }, { loanLimit: 0 }, ['loanLimit not-a-whole-number']],
  ['below nothing', { holdLimit: -1 }, { holdLimit: 0 }, ['holdLimit out-of-range']],
  ['a half book', { holdLimit: 1.5 }, { holdLimit: 0 }, ['holdLimit not-a-whole-number']],
  ['no word on renewal: apply again', { renewal: undefined }, { renewal: 'by-application' }, []],
  ['a wrong word on renewal', { renewal: 'ever' }, { renewal: 'never' }, ['renewal unknown-value']],
  ['an unknown right', { rights: ['borrow', 'fly'] }, { rights: ['borrow'] }, ['rights[1] unknown-value']],
  ['rights in one text', { rights: 'borrow' }, { rights: [] }, ['rights not-a-list']],
  ['no rights', { rights: undefined }, { rights: [] }, []],
  [
    'a prefix that no card can have',
    { cardPrefix: '校-' },
    { cardPrefix: 'OL' },
    ['cardPrefix out-of-range'],
  ],
  [
    'the least of all',
    { membershipDays: 1, renewalOpensDays: 0 },
    { membershipDays: 1, renewalOpensDays: 0 },
    [],
  ],
  ['the most days', { membershipDays: 3660 }, { membershipDays: 3660 }, []],
  ['a day more', { membershipDays: 3661 }, { membershipDays: null }, ['membershipDays out-of-range']],
  [
    'limits of nothing and of the most',
    { loanLimit: 0, holdLimit: 1000 },
    { loanLimit: 0, holdLimit: 1000 },
    [],
  ],
  ['one more than the most', { holdLimit: 1001 }, { holdLimit: 0 }, ['holdLimit out-of-range']],
  ['the longest prefix', { cardPrefix: 'ABCD09' }, { cardPrefix: 'ABCD09' }, []],
  ['a longer one', { cardPrefix: 'ABCDE09' }, { cardPrefix: 'OL' }, ['cardPrefix out-of-range']],
  ['no proof', { proof: undefined }, { proof: null }, []],
  ['no opening', { renewalOpensDays: undefined }, { renewalOpensDays: 30 }, []],
])('%s', (_, change, expected, faults) => {
  const { category, faults: found } = readCategory({ ...outside, ...change });
  expect(category).toMatchObject(expected);
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test.each([
  ['an online category', {}, true],
  ['one of the campus', { kind: 'campus' }, false],
  ['one without a length', { membershipDays: undefined }, false],
])('%s is open to applicants: %s', (_, change, expected) => {
  expect(isOpenToApplicants(readCategory({ ...outside, ...change }).category)).toBe(expected);
});

test('whatever stands in a document, it can be read, and what is wrong gives least', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(outside)), fc.anything()), (document) => {
      const { category } = readCategory({ ...document, _id: 'any' });
      expect(category.loanLimit).toBeGreaterThanOrEqual(0);
      expect([0, document['loanLimit']]).toContain(category.loanLimit);
      expect(['campus', document['kind']]).toContain(category.kind);
    }),
  );
});

test('the demo categories have no mistakes, and some can be applied for', () => {
  const lines = readFileSync(join(__dirname, '../../database/seed/patron_categories.jsonl'), 'utf8').trim();
  const documents = lines.split('\n').map((line) => JSON.parse(line) as { readonly _id: string });
  expect(documents.flatMap(categoryFaults)).toEqual([]);
  const open = documents.map((document) => readCategory(document).category).filter(isOpenToApplicants);
  expect(open.map(({ category }) => category)).toEqual(['alumni', 'outside', 'neighbour']);
});
