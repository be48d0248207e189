import { staffRoles } from '../../cloudfunctions/kernel/person';
import { readStaffCode } from '../../cloudfunctions/membership/domain/card/read-staff-code';
import { categoriesFaults } from '../../cloudfunctions/membership/domain/patrons/read-category';
import { unknownCategory } from '../../cloudfunctions/membership/domain/patrons/read-patron';

const code = 'first-Admin-2026';

test.each<[string, object, string | null, number | null | undefined, readonly string[]]>([
  ['an admin without an end', { role: 'admin' }, 'admin', null, []],
  ['a librarian until an instant', { role: 'librarian', until: 7 }, 'librarian', 7, []],
  [
    'an end typed as a day is over',
    { role: 'admin', until: '2027-01-01' },
    'admin',
    0,
    ['until not-a-whole-number'],
  ],
  ['a role that there is not', { role: 'Admin' }, null, undefined, ['role unknown-value']],
  ['no role', {}, null, undefined, ['role missing']],
  ['a short code', { _id: 'admin-2026', role: 'admin' }, null, undefined, ['_id not-a-staff-code']],
  [
    'a code with spaces',
    { _id: 'first admin 2026', role: 'admin' },
    null,
    undefined,
    ['_id not-a-staff-code'],
  ],
  ['a number for a code', { _id: 123_456_789_012, role: 'admin' }, null, undefined, ['_id not-a-staff-code']],
])('%s', (_, document, role, until, faults) => {
  const read = readStaffCode({ _id: code, ...document }, staffRoles);
  expect([read.staffCode?.role ?? null, read.staffCode?.until]).toEqual([role, until]);
  expect(read.faults.map((fault) => `${fault.field} ${fault.code}`)).toEqual(faults);
  expect(JSON.stringify(read.faults)).not.toContain(code);
});

test('a fault names the document by the first three of its characters', () => {
  const { faults } = readStaffCode({ _id: code }, staffRoles);
  expect(faults.map(({ _id }) => _id)).toEqual(['staff_codes/fir…']);
});

test('two categories of one name are told of', () => {
  const limits = { kind: 'campus', loanLimit: 1, holdLimit: 1 };
  const named = (_id: string, name: string) => ({ _id, name, ...limits });
  expect(categoriesFaults([named('a', '本科生'), named('b', '研究生'), named('c', '本科生')])).toEqual([
    { _id: 'patron_categories/c', field: 'name', code: 'same-as-another' },
  ]);
});

test.each([
  ['staff', ['staff'], 0],
  ['stuff', ['staff'], 1],
  ['', ['staff'], 0],
  ['staff', [], 0],
])('a patron of %p where there are %p has %p faults', (category, known, faults) => {
  const patron = { card: 'c-1', name: '林', category, status: 'active', endsOn: null } as const;
  expect(unknownCategory(patron, new Set(known))).toHaveLength(faults);
});
