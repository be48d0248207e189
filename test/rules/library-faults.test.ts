import {
  branchFaults,
  calendarFaults,
  unknownInBranch,
} from '../../cloudfunctions/library/domain/record-faults';

const calendarIds = new Set(['library']);

test.each([
  ['nothing', { name: '总馆', calendarId: 'library' }, []],
  ['no name', { name: null, calendarId: 'library' }, ['name missing']],
  ['no calendar', { name: '总馆', calendarId: null }, ['calendarId missing']],
  ['a calendar that is not there', { name: '总馆', calendarId: 'summer' }, ['calendarId unknown-calendar']],
  ['two things', { name: null, calendarId: null }, ['name missing', 'calendarId missing']],
])('a branch: %s', (_, branch, expected) => {
  const faults = branchFaults('main', branch, calendarIds);
  expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  expect(faults.every(({ _id }) => _id === 'branches/main')).toBe(true);
});

test('a calendar: every mistake with its place and how it is written right', () => {
  const document = { weeklyHours: [{ weekdays: [9], opens: '8:00', closes: '22:00' }], closedDates: 'soon' };
  expect(calendarFaults('library', document, new Set())).toEqual(
    [
      { field: 'weeklyHours[0].opens', code: 'loosely-written' },
      { field: 'weeklyHours[0].weekdays[0]', code: 'not-a-weekday' },
      { field: 'closedDates', code: 'not-a-list' },
      { field: 'closedDates[0]', code: 'not-a-day' },
    ].map((fault) => ({ _id: 'calendars/library', ...fault })),
  );
});

test('a calendar: hours of a branch that there is not, and fields that nobody reads', () => {
  const hours = { weekdays: [1], opens: '08:00', closes: '22:00' };
  const document = {
    _id: 'library',
    name: '校历',
    weeklyHours: [
      { ...hours, branchIds: ['main'] },
      { ...hours, branchIds: ['main', 'mian'] },
    ],
    specialHours: [{ from: '2027-01-01', branchIds: 'mian', branchId: 'main' }],
    closedRanges: [{ from: '2027-01-01', til: '2027-02-01' }],
    closedDays: ['2027-05-01'],
  };
  const faults = calendarFaults('library', document, new Set(['main']));
  expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(
    expect.arrayContaining([
      'closedDays unknown-field',
      'weeklyHours[1].branchIds[1] unknown-branch',
      'specialHours[0].branchId unknown-field',
      'specialHours[0].branchIds[0] unknown-branch',
      'closedRanges[0].til unknown-field',
    ]),
  );
  expect(faults.filter(({ code }) => code.startsWith('unknown'))).toHaveLength(5);
});

test('a branch: a mistyped field is named', () => {
  expect(unknownInBranch('main', { _id: 'main', name: '总馆', telephone: '1', order: 1 })).toEqual([
    { _id: 'branches/main', field: 'telephone', code: 'unknown-field' },
  ]);
});

test('a branch whose code is too long to ask for', () => {
  const branch = { name: '总馆', calendarId: 'library' };
  expect(branchFaults('b'.repeat(32), branch, calendarIds)).toEqual([]);
  expect(branchFaults('b'.repeat(33), branch, calendarIds)).toMatchObject([
    { field: '_id', code: 'too-long' },
  ]);
});
