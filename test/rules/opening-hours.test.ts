import { libraryInstant } from '../../cloudfunctions/kernel/library-day';
import { isClosedDay, type Calendar } from '../../cloudfunctions/library/domain/calendar';
import { openNow } from '../../cloudfunctions/library/domain/opening-hours';
import { readCalendar } from '../../cloudfunctions/library/domain/read-calendar';

// In November 2026 the 16th is a Monday, the 21st a Saturday and the 22nd a Sunday.
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const workdays = [1, 2, 3, 4, 5];
const daily = (opens: string, closes: string) => ({ weekdays: everyDay, opens, closes });
const onWorkdays = (opens: string, closes: string) => ({ weekdays: workdays, opens, closes });
const ordinary = [daily('08:00', '22:00')];

const calendarOf = (document: Record<string, unknown>): Calendar => {
  const { calendar, faults } = readCalendar({ _id: 'c', ...document });
  if (faults.length > 0) throw new Error(`a case has a faulty calendar: ${JSON.stringify(faults)}`);
  return calendar;
};

/** Day and time at the library, today's hours (null: not known), and open until or closed until when. */
type Case = readonly [
  when: string,
  calendar: Record<string, unknown>,
  at: string,
  hours: string | null,
  state: 'open' | 'closed',
  until: string | null,
];

const ordinaryDays: Case[] = [
  ['in the hours', { weeklyHours: ordinary }, '2026-11-18 12:00', '08:00-22:00', 'open', '2026-11-18 22:00'],
  [
    'at the minute of opening',
    { weeklyHours: ordinary },
    '2026-11-18 08:00',
    '08:00-22:00',
    'open',
    '2026-11-18 22:00',
  ],
  [
    'a minute before',
    { weeklyHours: ordinary },
    '2026-11-18 07:59',
    '08:00-22:00',
    'closed',
    '2026-11-18 08:00',
  ],
  [
    'at the minute of closing',
    { weeklyHours: ordinary },
    '2026-11-18 22:00',
    '08:00-22:00',
    'closed',
    '2026-11-19 08:00',
  ],
  [
    'in the midday break',
    { weeklyHours: [daily('14:00', '17:30'), daily('08:00', '12:00')] },
    '2026-11-18 13:00',
    '08:00-12:00 14:00-17:30',
    'closed',
    '2026-11-18 14:00',
  ],
  [
    'spans overlap',
    { weeklyHours: [daily('08:00', '12:00'), daily('11:00', '18:00')] },
    '2026-11-18 11:30',
    '08:00-18:00',
    'open',
    '2026-11-18 18:00',
  ],
  [
    'spans touch',
    { weeklyHours: [daily('08:00', '12:00'), daily('12:00', '18:00')] },
    '2026-11-18 09:00',
    '08:00-18:00',
    'open',
    '2026-11-18 18:00',
  ],
  [
    'a weekday without hours',
    { weeklyHours: [onWorkdays('08:00', '22:00')] },
    '2026-11-21 12:00',
    '',
    'closed',
    '2026-11-23 08:00',
  ],
  [
    "another branch's hours do not count",
    {
      weeklyHours: [
        { ...daily('08:00', '22:00'), branchIds: ['main'] },
        { ...daily('10:00', '12:00'), branchIds: ['other'] },
      ],
      specialHours: [{ from: '2026-11-18', branchIds: ['other'] }],
    },
    '2026-11-18 12:30',
    '08:00-22:00',
    'open',
    '2026-11-18 22:00',
  ],
];

const nights: Case[] = [
  [
    'till midnight',
    { weeklyHours: [daily('08:00', '24:00')] },
    '2026-11-18 23:59',
    '08:00-24:00',
    'open',
    '2026-11-19 00:00',
  ],
  [
    'past midnight, before it',
    { weeklyHours: [daily('08:00', '02:00')] },
    '2026-11-18 23:00',
    '08:00-02:00',
    'open',
    '2026-11-19 02:00',
  ],
  [
    'past midnight, after it',
    { weeklyHours: [daily('08:00', '02:00')] },
    '2026-11-18 01:59',
    '08:00-02:00',
    'open',
    '2026-11-18 02:00',
  ],
  [
    'the night before reaches into a closed day',
    { weeklyHours: [daily('08:00', '02:00')], closedDates: ['2026-11-18'] },
    '2026-11-18 01:00',
    '',
    'open',
    '2026-11-18 02:00',
  ],
  [
    'round the clock',
    { weeklyHours: [daily('00:00', '24:00')] },
    '2026-11-18 12:00',
    '00:00-24:00',
    'open',
    null,
  ],
  [
    'round the clock until a closed day',
    { weeklyHours: [daily('00:00', '24:00')], closedDates: ['2026-11-21'] },
    '2026-11-18 12:00',
    '00:00-24:00',
    'open',
    '2026-11-21 00:00',
  ],
];

const closed = (from: string, to: string) => ({ weeklyHours: ordinary, closedRanges: [{ from, to }] });
const closedDays: Case[] = [
  [
    'a closed weekday that has hours',
    { weeklyHours: ordinary, closedWeekdays: [0] },
    '2026-11-22 12:00',
    '',
    'closed',
    '2026-11-23 08:00',
  ],
  [
    'a closed date',
    { weeklyHours: ordinary, closedDates: ['2026-11-18'] },
    '2026-11-18 12:00',
    '',
    'closed',
    '2026-11-19 08:00',
  ],
  [
    'the first day of a range',
    closed('2026-11-18', '2026-11-20'),
    '2026-11-18 12:00',
    '',
    'closed',
    '2026-11-21 08:00',
  ],
  ['its last day', closed('2026-11-16', '2026-11-18'), '2026-11-18 12:00', '', 'closed', '2026-11-19 08:00'],
  [
    'the day after it',
    closed('2026-11-16', '2026-11-17'),
    '2026-11-18 12:00',
    '08:00-22:00',
    'open',
    '2026-11-18 22:00',
  ],
  [
    '14 days before it ends',
    closed('2026-11-10', '2026-12-01'),
    '2026-11-18 08:00',
    '',
    'closed',
    '2026-12-02 08:00',
  ],
  ['longer before it ends', closed('2026-11-10', '2026-12-01'), '2026-11-18 07:59', '', 'closed', null],
  [
    'the year turns',
    { weeklyHours: ordinary, closedDates: ['2027-01-01'] },
    '2026-12-31 23:30',
    '08:00-22:00',
    'closed',
    '2027-01-02 08:00',
  ],
];

const openDates: Case[] = [
  [
    'a make-up working day on a closed weekday with hours of its own',
    {
      weeklyHours: [onWorkdays('08:00', '22:00'), { weekdays: [0], opens: '09:00', closes: '17:00' }],
      closedWeekdays: [0],
      openDates: ['2026-11-22'],
    },
    '2026-11-22 10:00',
    '09:00-17:00',
    'open',
    '2026-11-22 17:00',
  ],
  [
    'a make-up working day on a weekday without hours is worked as a Monday',
    { weeklyHours: [onWorkdays('08:00', '22:00')], openDates: ['2026-11-22'] },
    '2026-11-22 10:00',
    '08:00-22:00',
    'open',
    '2026-11-22 22:00',
  ],
  [
    'an open date that is closed in two other ways',
    { ...closed('2026-11-16', '2026-11-20'), closedDates: ['2026-11-18'], openDates: ['2026-11-18'] },
    '2026-11-18 12:00',
    '08:00-22:00',
    'open',
    '2026-11-18 22:00',
  ],
];

const special = (...rows: object[]) => ({ weeklyHours: ordinary, specialHours: rows });
const specialDays: Case[] = [
  [
    'other hours on a day',
    special({ from: '2026-11-18', opens: '10:00', closes: '16:00' }),
    '2026-11-18 17:00',
    '10:00-16:00',
    'closed',
    '2026-11-19 08:00',
  ],
  [
    'a vacation with working days only',
    special({ from: '2026-11-16', to: '2026-11-29', ...onWorkdays('09:00', '17:00') }),
    '2026-11-20 18:00',
    '09:00-17:00',
    'closed',
    '2026-11-23 09:00',
  ],
  [
    'the last day of a vacation',
    special({ from: '2026-11-16', to: '2026-11-18', opens: '09:00', closes: '17:00' }),
    '2026-11-18 18:00',
    '09:00-17:00',
    'closed',
    '2026-11-19 08:00',
  ],
  [
    'a day inside a vacation with hours of its own',
    special(
      { from: '2026-11-16', to: '2026-11-29', opens: '09:00', closes: '17:00' },
      { from: '2026-11-18', opens: '09:00', closes: '12:00' },
    ),
    '2026-11-18 13:00',
    '09:00-12:00',
    'closed',
    '2026-11-19 09:00',
  ],
  [
    'two spans on one day',
    special(
      { from: '2026-11-18', opens: '14:00', closes: '16:00' },
      { from: '2026-11-18', opens: '09:00', closes: '12:00' },
    ),
    '2026-11-18 12:30',
    '09:00-12:00 14:00-16:00',
    'closed',
    '2026-11-18 14:00',
  ],
  [
    'a day without times',
    special({ from: '2026-11-18' }),
    '2026-11-18 12:00',
    '',
    'closed',
    '2026-11-19 08:00',
  ],
  [
    'a closed day stays closed',
    {
      ...special({ from: '2026-11-16', to: '2026-11-20', opens: '09:00', closes: '17:00' }),
      closedDates: ['2026-11-18'],
    },
    '2026-11-18 12:00',
    '',
    'closed',
    '2026-11-19 09:00',
  ],
];

const notKnown: Case[] = [
  [
    'no row speaks of the branch',
    { weeklyHours: [{ ...daily('08:00', '22:00'), branchIds: ['other'] }] },
    '2026-11-18 12:00',
    null,
    'closed',
    null,
  ],
  [
    'no row speaks of it, but the whole library is closed',
    { weeklyHours: [], closedDates: ['2026-11-18'] },
    '2026-11-18 12:00',
    '',
    'closed',
    null,
  ],
];

describe.each([
  ['ordinary days', ordinaryDays],
  ['nights', nights],
  ['closed days', closedDays],
  ['open dates', openDates],
  ['special hours', specialDays],
  ['not known', notKnown],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_when, calendar, at, hours, state, until) => {
    const [day = '', time = ''] = at.split(' ');
    const now = openNow(calendarOf(calendar), 'main', libraryInstant(day, time));
    expect({
      hours: now.hours && now.hours.map(({ opens, closes }) => `${opens}-${closes}`).join(' '),
      state: now.isOpen ? 'open' : 'closed',
      until: now.nextChange && `${now.nextChange.day} ${now.nextChange.time}`,
    }).toEqual({ hours, state, until });
  });
});

test('is open in the last second before closing', () => {
  const lastSecond = new Date(libraryInstant('2026-11-18', '22:00').getTime() - 1);
  expect(openNow(calendarOf({ weeklyHours: ordinary }), 'main', lastSecond).isOpen).toBe(true);
});

describe('closed days, as due days go by them', () => {
  const calendar = calendarOf({
    weeklyHours: ordinary,
    closedWeekdays: [0],
    closedDates: ['2027-01-01'],
    closedRanges: [{ from: '2027-02-05', to: '2027-02-11' }],
    openDates: ['2026-11-22', '2027-02-08'],
  });
  test.each([
    ['2026-11-21', 'a Saturday', false],
    ['2026-11-29', 'a closed Sunday', true],
    ['2026-11-22', 'a Sunday that is worked', false],
    ['2027-01-01', 'a closed date', true],
    ['2027-02-04', 'the day before a range', false],
    ['2027-02-05', 'its first day', true],
    ['2027-02-08', 'an open date in it', false],
    ['2027-02-11', 'its last day', true],
    ['2027-02-12', 'the day after it', false],
  ])('%s, %s', (day, _, isClosed) => {
    expect(isClosedDay(calendar, day)).toBe(isClosed);
  });
});
