import { branchFaults, calendarFaults } from '../../cloudfunctions/library/domain/record-faults';

const calendarIds = new Set(['library']);

test.each([
  ['nothing', { name: '总馆', calendarId: 'library' }, []],
  ['no name', { name: null, calendarId: 'library' }, ['name missing']],
  ['no calendar', { name: '总馆', calendarId: null }, ['calendarId missing']],
  ['a calendar that is not there', { name: '总馆', calendarId: 'summer' }, ['calendarId wrong-value']],
  ['two things', { name: null, calendarId: null }, ['name missing', 'calendarId missing']],
])('a branch: %s', (_, branch, expected) => {
  const faults = branchFaults('main', branch, calendarIds);
  expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  expect(faults.every(({ _id }) => _id === 'branches/main')).toBe(true);
});

test('a calendar: every mistake with its place and how it is written right', () => {
  const document = { weeklyHours: [{ weekdays: [9], opens: '8:00', closes: '22:00' }], closedDates: 'soon' };
  expect(calendarFaults('library', document)).toEqual([
    {
      _id: 'calendars/library',
      field: 'weeklyHours[0].opens',
      code: 'wrong-value',
      message: 'weeklyHours[0].opens is understood, but days are written 2027-01-31 and times 08:00',
    },
    {
      _id: 'calendars/library',
      field: 'weeklyHours[0].weekdays[0]',
      code: 'wrong-value',
      message: 'weeklyHours[0].weekdays[0] is not a weekday, 0 for Sunday to 6 for Saturday',
    },
    {
      _id: 'calendars/library',
      field: 'closedDates',
      code: 'wrong-type',
      message: 'closedDates is not a list',
    },
    {
      _id: 'calendars/library',
      field: 'closedDates[0]',
      code: 'wrong-value',
      message: 'closedDates[0] is not a day like 2027-01-31',
    },
  ]);
});
