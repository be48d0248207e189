import { readLoan, type LoanDocument } from '../../cloudfunctions/circulation/domain/loans/read-loan';
import { someLoan } from '../support/some-loan';

const { loanId: _id, ...fields } = someLoan({
  history: [
    { at: new Date('2026-03-01T02:00:00Z'), kind: 'borrowed', from: null, to: '2026-03-31' },
    { at: new Date('2026-03-30T02:00:00Z'), kind: 'renewed', from: '2026-03-31', to: '2026-04-30' },
  ],
  dueOn: '2026-04-30',
});
const document = (change: Partial<LoanDocument> = {}): LoanDocument => ({ _id, ...fields, ...change });

test('a loan that circulation wrote is read as it stands', () => {
  expect(readLoan(document())).toEqual({ loanId: _id, ...fields });
});

test.each<readonly [string, Partial<LoanDocument>, object]>([
  ['a due day written loosely', { dueOn: '2026/5/1' }, { dueOn: '2026-05-01' }],
  ['a due day picked in the console', { dueOn: new Date('2026-05-01T00:00:00Z') }, { dueOn: '2026-05-01' }],
  ['a due day that is none', { dueOn: 'soon' }, { dueOn: '2026-04-30' }],
  ['a due day as a number', { dueOn: 20_260_501 }, { dueOn: '2026-04-30' }],
  ['no due day at all', { dueOn: null, history: [] }, { dueOn: '9999-12-31' }],
  ['no first day', { borrowedOn: '' }, { borrowedOn: '2026-03-01' }],
  ['no first day anywhere', { borrowedOn: null, history: 'none' }, { borrowedOn: '2000-01-01', history: [] }],
  ['no title', { title: null, authors: null }, { title: 'book-1', authors: [] }],
  ['authors that are no texts', { authors: ['沈从文', 5, ''] }, { authors: ['沈从文'] }],
  ['renewals as a text', { renewals: '2' }, { renewals: 2 }],
  ['renewals that nobody can count', { renewals: 'some' }, { renewals: 100_000 }],
  ['a fine that nobody can count', { finesFixed: 'some' }, { finesFixed: 0 }],
  ['a day of return written loosely', { returnedOn: '2026年4月1日' }, { returnedOn: '2026-04-01' }],
  ['a day of return that is none', { returnedOn: 'yes' }, { returnedOn: '2026-04-30' }],
  ['no category', { itemCategory: undefined }, { itemCategory: 'book' }],
])('%s', (_, change, read) => {
  expect(readLoan(document(change))).toMatchObject(read);
});
