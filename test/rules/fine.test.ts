import {
  finesOwed,
  fixFine,
  latePenalty,
  suspendedUntil,
  type FineRule,
} from '../../cloudfunctions/circulation/domain/fines/fine';

const rule: FineRule = { finePerDay: 10, fineCap: null, fineDays: 'calendar', overduePenalty: 'fine' };
/** 2026-03-14 and 15 are a weekend. */
const weekend = (day: string) => ['2026-03-14', '2026-03-15'].includes(day);

describe('what being late costs', () => {
  it.each<[string, string, string, Partial<FineRule>, number, number, number, number]>([
    ['on the due day: nothing', '2026-03-11', '2026-03-11', {}, 0, 0, 0, 0],
    ['before it: nothing', '2026-03-11', '2026-03-01', {}, 0, 0, 0, 0],
    ['the day after', '2026-03-11', '2026-03-12', {}, 0, 1, 10, 0],
    ['every day of a week', '2026-03-11', '2026-03-18', {}, 0, 7, 70, 0],
    ['only the days that are open', '2026-03-11', '2026-03-18', { fineDays: 'open' }, 0, 5, 50, 0],
    ['back on a closed day, none open since', '2026-03-13', '2026-03-15', { fineDays: 'open' }, 0, 0, 0, 0],
    ['over the end of a year', '2025-12-30', '2026-01-02', {}, 0, 3, 30, 0],
    ['a leap day is a day', '2028-02-28', '2028-03-01', {}, 0, 2, 20, 0],
    ['up to the cap', '2026-03-11', '2026-03-18', { fineCap: 70 }, 0, 7, 70, 0],
    ['not beyond the cap', '2026-03-11', '2026-03-18', { fineCap: 69 }, 0, 7, 69, 0],
    ['a cap of nothing', '2026-03-11', '2026-03-18', { fineCap: 0 }, 0, 7, 0, 0],
    ['what is left of the cap', '2026-03-11', '2026-03-18', { fineCap: 70 }, 30, 7, 40, 0],
    ['nothing is left of the cap', '2026-03-11', '2026-03-18', { fineCap: 70 }, 90, 7, 0, 0],
    ['a fixed part without a cap takes nothing off', '2026-03-11', '2026-03-18', {}, 30, 7, 70, 0],
    ['a library that charges nothing', '2026-03-11', '2026-03-18', { finePerDay: 0 }, 0, 7, 0, 0],
    ['days without borrowing', '2026-03-11', '2026-03-18', { overduePenalty: 'suspend' }, 0, 7, 0, 7],
    [
      'open days without borrowing',
      '2026-03-11',
      '2026-03-18',
      { overduePenalty: 'suspend', fineDays: 'open' },
      0,
      5,
      0,
      5,
    ],
  ])('%s', (_, dueOn, on, change, fixed, days, amount, suspensionDays) => {
    expect(latePenalty(dueOn, on, { ...rule, ...change }, weekend, fixed)).toEqual({
      days,
      amount,
      suspensionDays,
    });
  });

  it('ends in time where a year was mistyped', () => {
    const open = { ...rule, fineDays: 'open' as const };
    expect(latePenalty('0203-03-11', '2026-03-11', open, () => false).days).toBe(3660);
  });
});

describe('the suspension of borrowing', () => {
  it.each([
    ['none, and none runs', null, 0, null],
    ['none, and one runs', '2026-04-01', 0, '2026-04-01'],
    ['from the day of return', null, 3, '2026-03-14'],
    ['after one that is over', '2026-03-01', 3, '2026-03-14'],
    ['after one that still runs', '2026-03-20', 3, '2026-03-23'],
  ])('%s', (_, running, days, until) => {
    expect(suspendedUntil(running, '2026-03-11', days)).toBe(until);
  });
});

describe('a fine', () => {
  const loan = { loanId: 'l1', card: 'c1', bookId: 'b1', title: '乡土中国', dueOn: '2026-03-01' };

  it('is fixed for one loan and due day', () => {
    expect(fixFine(loan, { days: 3, amount: 30, suspensionDays: 0 }, '2026-03-04')).toEqual({
      fineId: 'l1-2026-03-01',
      loanId: 'l1',
      card: 'c1',
      bookId: 'b1',
      title: '乡土中国',
      amount: 30,
      days: 3,
      fixedOn: '2026-03-04',
      state: 'owed',
      settledOn: null,
      reason: null,
    });
  });

  it('is none where nothing is owed', () => {
    expect(fixFine(loan, { days: 3, amount: 0, suspensionDays: 3 }, '2026-03-04')).toBeNull();
  });

  it('counts until it is paid or waived', () => {
    expect(
      finesOwed([
        { state: 'owed', amount: 30 },
        { state: 'paid', amount: 500 },
        { state: 'waived', amount: 70 },
        { state: 'owed', amount: 5 },
      ]),
    ).toBe(35);
  });
});
