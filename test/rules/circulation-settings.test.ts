import {
  readSettings,
  readPaymentSettings,
} from '../../cloudfunctions/circulation/domain/policies/read-settings';

test.each<[object, number, number, readonly string[]]>([
  [{}, 365, 3, []],
  [{ keepLoansDays: 90, remindDays: 0 }, 90, 0, []],
  [{ keepLoansDays: 1, remindDays: 30 }, 1, 30, []],
  [{ keepLoansDays: 3660 }, 3660, 3, []],
  [{ keepLoansDays: '' }, 365, 3, []],
  [{ keepLoansDays: 0 }, 365, 3, ['keepLoansDays out-of-range']],
  [{ keepLoansDays: 3661 }, 365, 3, ['keepLoansDays out-of-range']],
  [{ keepLoansDays: 'a year' }, 365, 3, ['keepLoansDays not-a-whole-number']],
  [{ remindDays: -1 }, 365, 3, ['remindDays out-of-range']],
  [{ remindDays: 31 }, 365, 3, ['remindDays out-of-range']],
  [{ remindDays: 2.5 }, 365, 3, ['remindDays not-a-whole-number']],
])('settings/circulation %j', (document, keepLoansDays, remindDays, faults) => {
  const read = readSettings({ _id: 'circulation', ...document });
  expect(read.value).toEqual({ keepLoansDays, remindDays, itemCategories: null });
  expect(read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test.each<[unknown, readonly string[] | null, readonly string[]]>([
  [undefined, null, []],
  [[], null, []],
  [['book', ' map '], ['book', 'map'], []],
  [['map', 7], ['map'], ['itemCategories not-a-list-of-texts']],
  ['map', null, ['itemCategories not-a-list']],
])('item categories %j', (itemCategories, listed, faults) => {
  const read = readSettings({ _id: 'circulation', itemCategories });
  expect(read.value.itemCategories).toEqual(listed);
  expect(read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});

test.each<[object, string | null, string | null, readonly string[]]>([
  [{}, null, null, []],
  [{ merchantId: ' 1230000109 ', title: 'Fines' }, '1230000109', 'Fines', []],
  [{ merchantId: '  ' }, null, null, []],
  [{ merchantId: 1230000109 }, null, null, ['merchantId not-text']],
  [{ merchantId: '1230000109', title: 7 }, '1230000109', null, ['title not-text']],
])('settings/payments %j', (document, merchantId, title, faults) => {
  const read = readPaymentSettings({ _id: 'payments', ...document });
  expect(read.value).toEqual({ merchantId, title });
  expect(read.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});
