import { libraryInstant } from '../../cloudfunctions/kernel/library-day';
import { openNow } from '../../cloudfunctions/library/domain/opening-hours';
import { readCalendar } from '../../cloudfunctions/library/domain/read-calendar';

// The 18th of November 2026 is a Wednesday.
const noon = libraryInstant('2026-11-18', '12:00');
const row = { weekdays: [0, 1, 2, 3, 4, 5, 6], opens: '08:00', closes: '22:00' };
const weeklyHours = [row];

type Case = readonly [
  mistake: string,
  document: unknown,
  faults: readonly string[],
  atNoon: 'open' | 'closed',
];

const each = (count: number, fault: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => fault(at));

const documents: Case[] = [
  ['no document', undefined, [': not-a-document'], 'closed'],
  ['a text', 'open', [': not-a-document'], 'closed'],
  ['a list', [], [': not-a-document'], 'closed'],
  ['no hours', {}, ['weeklyHours: not-a-list'], 'closed'],
  [
    'hours as a text',
    { weeklyHours: '08:00-22:00' },
    ['weeklyHours: not-a-list', 'weeklyHours[0]: not-a-row'],
    'closed',
  ],
  ['one row instead of a list', { weeklyHours: row }, ['weeklyHours: not-a-list'], 'open'],
  [
    'null instead of lists',
    { weeklyHours, closedDates: null, openDates: null, specialHours: null },
    [],
    'open',
  ],
];

const rows: Case[] = [
  [
    'a time that is none',
    { weeklyHours: [{ ...row, closes: '25:00' }] },
    ['weeklyHours[0].closes: not-a-time'],
    'closed',
  ],
  [
    'minutes that are none',
    { weeklyHours: [{ ...row, opens: '08:60' }] },
    ['weeklyHours[0].opens: not-a-time'],
    'closed',
  ],
  ['a number', { weeklyHours: [{ ...row, opens: 8 }] }, ['weeklyHours[0].opens: not-a-time'], 'closed'],
  [
    'a missing time',
    { weeklyHours: [{ weekdays: [3], opens: '08:00' }] },
    ['weeklyHours[0].closes: not-a-time'],
    'closed',
  ],
  [
    'opening at the end of the day',
    { weeklyHours: [{ ...row, opens: '24:00' }] },
    ['weeklyHours[0].opens: not-a-time'],
    'closed',
  ],
  [
    'the same time twice',
    { weeklyHours: [{ ...row, closes: '08:00' }] },
    ['weeklyHours[0].closes: opens-and-closes-at-once'],
    'closed',
  ],
  [
    'times in other shapes are understood',
    { weeklyHours: [{ ...row, opens: '8:00', closes: '２２：００' }] },
    ['weeklyHours[0].opens: loosely-written', 'weeklyHours[0].closes: loosely-written'],
    'open',
  ],
  [
    'no weekdays',
    { weeklyHours: [{ opens: '08:00', closes: '22:00' }] },
    ['weeklyHours[0].weekdays: not-a-list'],
    'closed',
  ],
  [
    'weekdays that are none spoil no other',
    { weeklyHours: [{ ...row, weekdays: [7, '1', -1, 1.5, 3] }] },
    each(4, (at) => `weeklyHours[0].weekdays[${at}]: not-a-weekday`),
    'open',
  ],
  [
    'a branch that is no id',
    { weeklyHours: [{ ...row, branchIds: ['main', 3] }] },
    ['weeklyHours[0].branchIds[1]: not-an-id'],
    'open',
  ],
  [
    'one branch instead of a list',
    { weeklyHours: [{ ...row, branchIds: 'main' }] },
    ['weeklyHours[0].branchIds: not-a-list'],
    'open',
  ],
];

const days: Case[] = [
  [
    'a closed weekday of 7',
    { weeklyHours, closedWeekdays: [7] },
    ['closedWeekdays[0]: not-a-weekday'],
    'open',
  ],
  ['a day alone', { weeklyHours, closedDates: '2026-11-18' }, ['closedDates: not-a-list'], 'closed'],
  [
    'days that are none',
    { weeklyHours, closedDates: ['2026-02-30', '2026-13-01', 'Wednesday', 20261118] },
    each(4, (at) => `closedDates[${at}]: not-a-day`),
    'open',
  ],
  [
    'days in other shapes are understood',
    { weeklyHours, closedDates: ['2026/11/18', '2026.1.2', '2026年1月3日', ' 2026-01-04'] },
    each(4, (at) => `closedDates[${at}]: loosely-written`),
    'closed',
  ],
  [
    'a date picked in the console is a day at the library',
    { weeklyHours, closedDates: [new Date('2026-11-17T16:00:00Z')] },
    ['closedDates[0]: loosely-written'],
    'closed',
  ],
  [
    'a date that is none',
    { weeklyHours, closedDates: [new Date(Number.NaN)] },
    ['closedDates[0]: not-a-day'],
    'open',
  ],
];

const ranges: Case[] = [
  [
    'an end before the beginning: the first day counts',
    { weeklyHours, closedRanges: [{ from: '2026-11-18', to: '2026-11-01' }] },
    ['closedRanges[0].to: ends-before-it-starts'],
    'closed',
  ],
  [
    'an end that is no day: the first day counts',
    { weeklyHours, closedRanges: [{ from: '2026-11-17', to: 'soon' }] },
    ['closedRanges[0].to: not-a-day'],
    'open',
  ],
  [
    'no beginning',
    { weeklyHours, closedRanges: [{ to: '2026-11-18' }, 'winter'] },
    ['closedRanges[0].from: not-a-day', 'closedRanges[1]: not-a-row'],
    'open',
  ],
  [
    'special hours that are not understood are not promised',
    { weeklyHours, specialHours: [{ from: '2026-11-18', opens: 'early', closes: '22:00' }] },
    ['specialHours[0].opens: not-a-time'],
    'closed',
  ],
  [
    'special hours without a closing time are not promised',
    { weeklyHours, specialHours: [{ from: '2026-11-18', opens: '08:00' }] },
    ['specialHours[0].closes: not-a-time'],
    'closed',
  ],
  [
    'special hours on no day are left out',
    { weeklyHours, specialHours: [{ from: '18 November' }] },
    ['specialHours[0].from: not-a-day'],
    'open',
  ],
];

describe.each([
  ['documents', documents],
  ['rows', rows],
  ['days', days],
  ['ranges', ranges],
])('mistakes in %s', (_, cases) => {
  test.each(cases)('%s', (_mistake, document, expected, atNoon) => {
    const { calendar, faults } = readCalendar(document);
    expect(faults.map(({ field, code }) => `${field}: ${code}`)).toEqual(expected);
    expect(openNow(calendar, 'main', noon).isOpen ? 'open' : 'closed').toBe(atNoon);
  });
});
