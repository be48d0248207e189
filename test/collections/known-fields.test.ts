import { readPolicy } from '../../cloudfunctions/circulation/domain/policies/read-policy';
import {
  readPaymentSettings,
  readSettings,
} from '../../cloudfunctions/circulation/domain/policies/read-settings';
import { branchFields, calendarFields, rowFields } from '../../cloudfunctions/library/domain/calendar-fields';
import { patronFields } from '../../cloudfunctions/membership/domain/patrons/misspelt-fields';
import { categoryFaults } from '../../cloudfunctions/membership/domain/patrons/read-category';
import type { Field } from '../../database/collection';
import { schema } from '../../database/collections/schema';

// The check of records knows every field of the schema, and names any other.
const fieldsOf = (name: string): Readonly<Record<string, Field>> =>
  schema.find((collection) => collection.name === name)?.fields ?? {};
const namesOf = (fields: Readonly<Record<string, Field>> = {}): readonly string[] =>
  Object.keys(fields).filter((name) => name !== '_id');
const everything = (name: string) => ({
  _id: 'x',
  ...Object.fromEntries(namesOf(fieldsOf(name)).map((field) => [field, null])),
});
const unknownOf = (faults: readonly { readonly field: string; readonly code: string }[]) =>
  faults.filter(({ code }) => code === 'unknown-field').map(({ field }) => field);

test.each([
  ['calendars', calendarFields],
  ['branches', branchFields],
  ['patrons', patronFields],
])('%s', (name, known) => {
  expect(new Set(known)).toEqual(new Set(namesOf(fieldsOf(name))));
});

test.each(Object.entries(rowFields))('rows of %s', (list, known) => {
  expect(new Set(known)).toEqual(new Set(namesOf(fieldsOf('calendars')[list]?.fields)));
});

test('policies and patron categories', () => {
  const policy = { ...everything('policies'), loanDay: 5 };
  expect(unknownOf(readPolicy(policy).faults)).toEqual(['loanDay']);
  const category = { ...everything('patron_categories'), loanLimits: 5 };
  expect(unknownOf(categoryFaults(category))).toEqual(['loanLimits']);
});

test('settings: each field is known to the subject that it is of', () => {
  const unknown = [readSettings, readPaymentSettings].map((read) =>
    unknownOf(read(everything('settings')).faults),
  );
  const known = unknown.map((fields) =>
    namesOf(fieldsOf('settings')).filter((name) => !fields.includes(name)),
  );
  expect(new Set([...known.flat(), 'name'])).toEqual(new Set(namesOf(fieldsOf('settings'))));
});
