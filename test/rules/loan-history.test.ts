import {
  historyTable,
  pastLoans,
  type HistoryOrder,
} from '../../cloudfunctions/circulation/domain/loans/loan-history';
import type { Loan } from '../../cloudfunctions/circulation/domain/loans/loan';
import { someLoan } from '../support/some-loan';

const since = new Date('2026-03-10T02:00:00Z');
const returned = (loanId: string, at: string, fields: Partial<Loan> = {}): Loan =>
  someLoan({
    loanId,
    returnedOn: at.slice(0, 10),
    history: [{ at: new Date(at), kind: 'returned', from: null, to: null }],
    ...fields,
  });
const idsOf = (loans: readonly Loan[], words = '', order: HistoryOrder = 'returned') =>
  pastLoans(loans, since, { words, order }).map(({ loanId }) => loanId);

test.each<[string, Loan, boolean]>([
  ['in the instant from which it is kept', returned('l', '2026-03-10T02:00:00Z'), true],
  ['a moment before', returned('l', '2026-03-10T01:59:59.999Z'), false],
  ['still out', someLoan({ loanId: 'l' }), false],
  ['elsewhere, later', someLoan({ loanId: 'l', returnedOn: '2026-03-11' }), true],
  [
    'elsewhere, on the day itself, nobody knows when',
    someLoan({ loanId: 'l', returnedOn: '2026-03-10' }),
    false,
  ],
])('the history has what came back since it is kept: %s', (_, loan, isShown) => {
  expect(idsOf([loan])).toEqual(isShown ? ['l'] : []);
});

test('a return counts by its own line, not by what happened before it', () => {
  const borrowed = { at: new Date('2026-02-01T02:00:00Z'), kind: 'borrowed', from: null, to: null } as const;
  const loan = returned('l', '2026-03-12T02:00:00Z');
  expect(idsOf([{ ...loan, history: [borrowed, ...loan.history] }])).toEqual(['l']);
});

const day = (number: number) => `2026-03-${number}T02:00:00Z`;
const three = [
  returned('b', day(12), { title: '围城', borrowedOn: '2026-03-03', authors: ['钱锺书'] }),
  returned('c', day(11), { title: '边城', borrowedOn: '2026-03-05' }),
  returned('a', day(13), { title: 'Walden', borrowedOn: '2026-03-04', authors: ['H. D. Thoreau'] }),
];
const alike = ['y', 'x', 'z'].map((loanId) => returned(loanId, day(12)));
test.each<[HistoryOrder, readonly string[]]>([
  ['returned', ['a', 'b', 'c']],
  ['borrowed', ['c', 'a', 'b']],
  ['title', ['c', 'b', 'a']],
])('in the order %s, and alike ones by their ids', (order, expected) => {
  for (const loans of [three, three.toReversed()]) expect(idsOf(loans, '', order)).toEqual(expected);
  for (const loans of [alike, alike.toReversed()]) expect(idsOf(loans, '', order)).toEqual(['x', 'y', 'z']);
});

test.each([
  ['', ['a', 'b', 'c']],
  ['城', ['b', 'c']],
  ['钱锺书 城', ['b']],
  ['钱锺书 边', []],
  ['ＷＡＬＤＥＮ  thoreau', ['a']],
])('with all these words in title and authors: %j', (words, expected) => {
  expect(idsOf(three, words)).toEqual(expected);
});

test.each([
  ['plain', 'plain'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['1=1', '1=1'],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
])('a title %j as a cell of the table', (title, cell) => {
  const [loan] = [returned('l', day(12), { title, authors: ['甲', '乙'], renewals: 2 })];
  const columns = ['书名', '作者', '条码', '借出', '归还', '续借'];
  expect(historyTable(columns, [loan])).toBe(
    `\uFEFF${columns.join(',')}\r\n${cell},甲; 乙,copy-1,2026-03-01,2026-03-12,2\r\n`,
  );
});
