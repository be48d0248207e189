import { personalCirculation } from '../../cloudfunctions/circulation/adapters/personal-circulation';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { someHold } from '../support/some-loan';
import { told } from '../support/serving';

// Librarians may edit in the console what functions keep: nothing is decided on what nobody can read.
jest.setTimeout(120_000);
let library: SomeLibrary;
let number = 0;
const newKey = () => `request-${(number += 1)}`;
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  for (const card of ['card-1', 'card-2']) await library.patron(card);
});
afterAll(() => library.close());

const heldOn = (bookId: string) => ({ holdId: `hold-${bookId}`, bookId });
beforeEach(async () => {
  await library.database.collection('faults').where({}).remove();
  await library.book('book-1', { 'copy-1': { status: 'on-loan' }, 'copy-1b': {} });
  await library.book('book-2', { 'copy-2': { status: 'on-loan' } });
  await library.book('book-3', { 'copy-3': { status: 'on-loan' } });
  await library.loans(
    { loanId: 'loan-1' },
    { loanId: 'loan-2', bookId: 'book-2', barcode: 'copy-2' },
    { loanId: 'loan-3', bookId: 'book-3', barcode: 'copy-3', card: 'card-2' },
  );
  await library.title({ bookId: 'book-3', holds: [someHold({ ...heldOn('book-3'), card: 'card-1' })] });
  const hold = { card: 'card-1', bookId: 'book-3', title: '边城', authors: [], branchId: 'main' };
  await library.put('holds', { _id: 'hold-book-3', ...hold, placedAt: library.now() });
  await library.account({
    card: 'card-1',
    openLoans: [
      { loanId: 'loan-1', bookId: 'book-1', dueOn: '2026-03-31' },
      { loanId: 'loan-2', bookId: 'book-2', dueOn: '2026-03-31' },
    ],
    holds: [heldOn('book-3')],
  });
  const fine = { card: 'card-1', loanId: 'x', bookId: 'book-1', title: '边城', amount: 30, days: 3 };
  await library.put('fines', { _id: 'fine-1', ...fine, fixedOn: '2026-03-01', state: 'owed' });
});

const desk = (action: string, input: object) => library.as('o-desk')(action, input);
const reader = (action: string, input: object = {}) => library.as('o-card-1')(action, input);
const seen = { seenDueOn: '2026-03-31' };
const asks = {
  renew: () => reader('renew', { loanId: 'loan-1', ...seen, requestKey: newKey() }),
  placeHold: () => reader('placeHold', { bookId: 'book-1', branchId: 'main', requestKey: newKey() }),
  holdOffer: () => reader('holdOffer', { bookId: 'book-1' }),
  cancelHold: () => reader('cancelHold', { holdId: 'hold-book-3', requestKey: newKey() }),
  suspendHold: () => reader('suspendHold', { holdId: 'hold-book-3', until: null, requestKey: newKey() }),
  watch: () => reader('watch', { bookId: 'book-2', isOn: true, requestKey: newKey() }),
  checkOut: () => desk('checkOut', { card: 'card-1', barcode: 'copy-1b', requestKey: newKey() }),
  checkIn: () => desk('checkIn', { barcode: 'copy-1', branchId: 'main', requestKey: newKey() }),
  markLoan: () =>
    desk('markLoan', {
      barcode: 'copy-1',
      mark: 'recalled',
      isOn: true,
      reason: '急用',
      requestKey: newKey(),
    }),
  loanAtDesk: () => desk('loanAtDesk', { barcode: 'copy-1', reason: '读者来电' }),
  settleFine: () =>
    desk('settleFine', { fineId: 'fine-1', how: 'paid', reason: '现金', requestKey: newKey() }),
} as const;
type Ask = keyof typeof asks;

const kept = ['loans', 'holds', 'fines', 'title_circulation', 'patron_circulation', 'copies', 'audit'];
const everything = async () =>
  JSON.stringify(await Promise.all([...kept, 'messages'].map((name) => library.all(name))));
const edit = (collection: string, id: string, fields: object) =>
  library.database.collection(collection).doc(id).update({ data: fields });
const set = (value: unknown) => library.database.command.set(value);
const named = async () =>
  (await library.all('faults')).map(({ _id, field, code }) => `${_id} ${String(field)} ${String(code)}`);

const byAccount: readonly Ask[] = ['renew', 'placeHold', 'watch', 'checkOut', 'checkIn', 'settleFine'];
const byTitle: readonly Ask[] = ['renew', 'placeHold', 'checkOut', 'checkIn', 'markLoan', 'holdOffer'];
const entry = { loanId: 'loan-1', bookId: 'book-1', dueOn: 'soon' };

test.each<readonly [string, string, () => object, string, readonly Ask[]]>([
  ['a sum as a text', 'card-1', () => ({ finesOwed: '350' }), 'finesOwed not-a-whole-number', byAccount],
  ['no sum', 'card-1', () => ({ finesOwed: set(null) }), 'finesOwed missing', byAccount],
  ['a sum below nothing', 'card-1', () => ({ finesOwed: -5 }), 'finesOwed out-of-range', byAccount],
  ['loans that are no list', 'card-1', () => ({ openLoans: 'two' }), 'openLoans not-a-list', byAccount],
  ['no loans', 'card-1', () => ({ openLoans: set(null) }), 'openLoans not-a-list', byAccount],
  ['a loan as a text', 'card-1', () => ({ openLoans: ['x'] }), 'openLoans[0] not-a-row', byAccount],
  [
    'a due day that is none',
    'card-1',
    () => ({ openLoans: [entry] }),
    'openLoans[0].dueOn not-a-day',
    byAccount,
  ],
  [
    'holds that are no list',
    'card-1',
    () => ({ holds: set({ a: 1 }) }),
    'holds not-a-list',
    [...byAccount, 'cancelHold', 'suspendHold'],
  ],
  ['watches that are no list', 'card-1', () => ({ watches: 3 }), 'watches not-a-list', byAccount],
  [
    'requests that are no list',
    'card-1',
    () => ({ doneRequests: 'none' }),
    'doneRequests not-a-list',
    byAccount,
  ],
  [
    'a suspension that is no day',
    'card-1',
    () => ({ borrowingSuspendedUntil: 'soon' }),
    'borrowingSuspendedUntil not-a-day',
    byAccount,
  ],
  ['a queue that is no list', 'book-1', () => ({ holds: 'none' }), 'holds not-a-list', byTitle],
  ['a queue of rubbish', 'book-1', () => ({ holds: [null, 'x'] }), 'holds[0] not-a-row', byTitle],
  [
    'a hold in no state',
    'book-1',
    () => ({ holds: [{ ...someHold(), state: 'soon' }] }),
    'holds[0].state unknown-value',
    byTitle,
  ],
  [
    'a hold of nobody',
    'book-1',
    () => ({ holds: [{ ...someHold(), card: '' }] }),
    'holds[0].card missing',
    byTitle,
  ],
  [
    'a rest that is no day',
    'book-1',
    () => ({ holds: [{ ...someHold(), suspendedUntil: 'soon' }] }),
    'holds[0].suspendedUntil not-a-day',
    byTitle,
  ],
  [
    'a hold of no time',
    'book-1',
    () => ({ holds: [{ ...someHold(), placedAt: 'yesterday' }] }),
    'holds[0].placedAt not-an-instant',
    byTitle,
  ],
  ['copies that are no list', 'book-1', () => ({ freeCopies: 'copy-1b' }), 'freeCopies not-a-list', byTitle],
  ['copies as numbers', 'book-1', () => ({ freeCopies: [7] }), 'freeCopies not-a-list-of-texts', byTitle],
  ['its loans as a text', 'book-1', () => ({ loans: 'one' }), 'loans not-a-list', byTitle],
  [
    'a loan without a barcode',
    'book-1',
    () => ({ loans: [{ loanId: 'loan-1', dueOn: '2026-03-31' }] }),
    'loans[0].barcode missing',
    byTitle,
  ],
  [
    'a change that is no number',
    'book-1',
    () => ({ sequence: 'many' }),
    'sequence not-a-whole-number',
    byTitle,
  ],
])('%s: refused by name, nothing is written, and staff are told', async (_, id, fields, fault, refusing) => {
  const collection = id === 'card-1' ? 'patron_circulation' : 'title_circulation';
  await edit(collection, id, fields());
  const before = await everything();
  for (const ask of refusing) expect([ask, told(await asks[ask]())]).toEqual([ask, 'record-damaged']);
  expect(await everything()).toBe(before);
  expect(await named()).toEqual([`${collection}/${id} ${fault}`]);
  for (const list of ['loans', 'holds', 'fines'])
    expect([list, told(await reader(list))]).toEqual([list, 'ok']);
});

/** What the list says of two loans, and then what pressing says. */
const listedAndRenewed = async () => {
  const loans = ['loan-1', 'loan-2'].map((loanId) => ({ loanId, ...seen }));
  return [await reader('loans'), await reader('renewMany', { loans, requestKey: newKey() })];
};
const firstDamaged = [
  { loanId: 'loan-1', renewal: { granted: false, reasons: [{ code: 'record-damaged' }] } },
  { loanId: 'loan-2', renewal: { granted: true } },
];
/** The first is refused by name, and the other is as sound as ever. */
const othersSound = [{ value: { loans: firstDamaged } }, { value: { results: firstDamaged } }];

test.each<readonly [string, unknown, string]>([
  ['no title', null, 'bookId missing'],
  ['a number for its title', 7, 'bookId not-text'],
])('a loan of %s decides nothing, and leaves the others as they are', async (_, bookId, fault) => {
  await edit('loans', 'loan-1', { bookId: set(bookId) });
  const before = await everything();
  for (const ask of ['renew', 'checkIn', 'markLoan', 'loanAtDesk'] as const)
    expect([ask, told(await asks[ask]())]).toEqual([ask, 'record-damaged']);
  expect(await everything()).toBe(before);
  expect(await named()).toEqual([`loans/loan-1 ${fault}`]);
  expect(await listedAndRenewed()).toMatchObject(othersSound);
});

test.each<readonly [string, unknown, string]>([
  ['nobody', null, 'card missing'],
  ['a number', 7, 'card not-text'],
])('a loan of %s is not taken back, marked or shown at the desk', async (_, card, fault) => {
  await edit('loans', 'loan-1', { card: set(card) });
  const before = await everything();
  for (const ask of ['renew', 'checkIn', 'markLoan', 'loanAtDesk'] as const)
    expect([ask, told(await asks[ask]())]).toEqual([ask, 'record-damaged']);
  expect(await everything()).toBe(before);
  expect(await named()).toEqual([`loans/loan-1 ${fault}`]);
});

test('staff are told of a damaged loan as soon as its reader looks at the list', async () => {
  await edit('loans', 'loan-1', { bookId: set(null) });
  await reader('loans');
  expect(await named()).toEqual(['loans/loan-1 bookId missing']);
});

test('a title that nobody can read leaves the other loans of a reader as they are', async () => {
  await edit('title_circulation', 'book-1', { holds: 'none' });
  expect(await listedAndRenewed()).toMatchObject(othersSound);
});

test('a day written in another way is understood', async () => {
  await edit('patron_circulation', 'card-1', { borrowingSuspendedUntil: '2026/3/20' });
  expect(await asks.checkOut()).toMatchObject({
    reasons: [{ code: 'borrowing-suspended', until: '2026-03-20' }],
  });
  expect(await named()).toEqual([]);
});

test.each<readonly [string, object, string]>([
  ['an amount as a text', { amount: '30' }, 'amount not-a-whole-number'],
  ['an amount of nothing', { amount: 0 }, 'amount out-of-range'],
  ['no such state', { state: 'forgotten' }, 'state unknown-value'],
])('a fine with %s is not settled, and not shown', async (_, fields, fault) => {
  await edit('fines', 'fine-1', fields);
  const before = await everything();
  expect(told(await asks.settleFine())).toBe('record-damaged');
  expect(await everything()).toBe(before);
  expect(await named()).toEqual([`fines/fine-1 ${fault}`]);
  expect(await reader('fines')).toMatchObject({ ok: true, value: { fines: [] } });
});

test('where the sum cannot be read the fines tell what is owed', async () => {
  await edit('patron_circulation', 'card-1', { finesOwed: 'much' });
  expect(await reader('fines')).toMatchObject({ value: { owed: 30 } });
});

test('a hold that nobody can read is shown as far as it goes, and not ended', async () => {
  await edit('holds', 'hold-book-3', { authors: 'nobody', placedAt: 'yesterday' });
  expect(await reader('holds')).toMatchObject({
    value: { holds: [{ placedOn: '2026-03-05', authors: [] }] },
  });
  const before = await everything();
  expect(told(await asks.cancelHold())).toBe('record-damaged');
  expect(await everything()).toBe(before);
});

test('what is kept of a person who goes is cleared around what nobody can read, and that stays', async () => {
  await library.account({
    card: 'card-1',
    watches: [{ bookId: 'book-2', title: '边城', since: '2026-03-01' }],
  });
  await edit('title_circulation', 'book-2', { watchers: ['card-1', 'card-2'], freeCopies: 'none' });
  await edit('patron_circulation', 'card-1', { finesOwed: 'much' });
  await personalCirculation(library.database).erase({ card: 'card-1', openid: '', pseudonyms: [] });
  expect(await library.one('title_circulation', 'book-2')).toMatchObject({ watchers: ['card-2'] });
  expect(await library.one('patron_circulation', 'card-1')).toMatchObject({ finesOwed: 'much' });
});

test('choices that nobody can read are off, staff are told, and they can be chosen anew', async () => {
  await library.put('loan_choices', { _id: 'card-1', historySince: 'x', autoRenewal: 'yes' });
  const off = { historySince: null, autoRenewal: false };
  expect(await reader('loanChoices')).toMatchObject({ ok: true, value: off });
  expect(await named()).toEqual(['loan_choices/card-1 historySince not-an-instant']);
  const page = { words: '', order: 'returned', page: 0 };
  expect(told(await reader('loanHistory', page))).toBe('history-off');
  const columns = ['1', '2', '3', '4', '5', '6'];
  expect(told(await reader('exportHistory', { columns }))).toBe('history-off');
  const asked = { history: false, autoRenewal: true, requestKey: newKey() };
  expect(await reader('chooseLoans', asked)).toMatchObject({ value: { ...off, autoRenewal: true } });
  expect(await library.one('loan_choices', 'card-1')).toMatchObject({ historySince: null });
});
