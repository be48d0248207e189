import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told } from '../support/serving';

// Staff may edit or remove a copy in the console while a patron has it.
jest.setTimeout(120_000);
let library: SomeLibrary;
let number = 0;
let bookId = '';
let copyA = '';
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
});
afterAll(() => library.close());
beforeEach(async () => {
  number += 1;
  bookId = `book-${number}`;
  copyA = `${bookId}-a`;
  for (const card of ['card-1', 'card-2']) {
    await library.patron(card);
    await library.account({ card });
  }
  await library.book(bookId, { [copyA]: { shelf: '三楼' } });
});

const desk = (action: string, input: object) => library.as('o-desk')(action, input);
const newKey = () => `request-${(number += 1)}`;
const lend = (card: string) => desk('checkOut', { card, barcode: copyA, requestKey: newKey() });
const takeBack = () => desk('checkIn', { barcode: copyA, branchId: 'main', requestKey: newKey() });
const hold = (card: string) =>
  library.as(`o-${card}`)('placeHold', { bookId, branchId: 'main', requestKey: newKey() });
const copy = () => library.one('copies', copyA);
const title = () => library.one('title_circulation', bookId);
const account = (card: string) => library.one('patron_circulation', card);

test('ends the loan of a copy that was moved to another book meanwhile, under its own book', async () => {
  await lend('card-1');
  const other = `${bookId}-other`;
  await library.book(other, { [copyA]: { bookId: other, status: 'on-loan' } });
  const asked = { barcode: copyA, branchId: 'main', requestKey: newKey() };
  const reply = await desk('checkIn', asked);
  expect(reply).toMatchObject({
    value: { destination: { to: 'shelf', branchId: 'main' }, loan: { maskedCard: '••••d-1' } },
  });
  expect(await library.all('loans', { barcode: copyA })).toMatchObject([{ returnedOn: '2026-03-20' }]);
  expect(await account('card-1')).toMatchObject({ openLoans: [] });
  expect(await title()).toMatchObject({ loans: [], freeCopies: [] });
  expect(await library.one('title_circulation', other)).toMatchObject({ freeCopies: [copyA] });
  expect(await copy()).toMatchObject({ status: 'available', dueOn: null });
  expect(await desk('checkIn', asked)).toEqual(reply);
  expect(await takeBack()).toMatchObject({ value: { loan: null } });
});

test('ends the loan of a copy that was removed meanwhile, and gives it to nobody', async () => {
  await lend('card-1');
  await hold('card-2');
  await library.database.collection('copies').doc(copyA).remove();
  const asked = { barcode: copyA, branchId: 'main', requestKey: newKey() };
  const reply = await desk('checkIn', asked);
  expect(reply).toMatchObject({
    value: {
      title: '边城',
      destination: { to: 'shelf', branchId: 'main', shelf: null },
      loan: { maskedCard: '••••d-1' },
    },
  });
  expect(await library.all('loans', { barcode: copyA })).toMatchObject([{ returnedOn: '2026-03-20' }]);
  expect(await account('card-1')).toMatchObject({ openLoans: [] });
  expect(await title()).toMatchObject({ loans: [], freeCopies: [], holds: [{ state: 'waiting' }] });
  expect(await copy()).toBeNull();
  expect(await desk('checkIn', asked)).toEqual(reply);
  expect(told(await takeBack())).toBe('no-such-copy');
});

test('does not lend a copy that was moved to another book while somebody has it', async () => {
  await lend('card-1');
  const other = `${bookId}-other`;
  await library.book(other, { [copyA]: { bookId: other, status: 'available' } });
  expect(await lend('card-2')).toMatchObject({ reasons: [{ code: 'on-loan', toSamePatron: false }] });
  expect(await lend('card-1')).toMatchObject({ reasons: [{ code: 'on-loan', toSamePatron: true }] });
  await takeBack();
  expect(told(await lend('card-2'))).toBe('ok');
});

test.each([['moved'], ['removed']])('marks the loan of a copy that was %s meanwhile', async (how) => {
  await lend('card-1');
  const other = `${bookId}-other`;
  if (how === 'moved') await library.book(other, { [copyA]: { bookId: other } });
  else await library.database.collection('copies').doc(copyA).remove();
  const asked = { barcode: copyA, mark: 'reported-lost', isOn: true, reason: '读者来电' };
  expect(await desk('markLoan', { ...asked, requestKey: newKey() })).toMatchObject({
    value: { maskedCard: '••••d-1' },
  });
  expect(await library.all('loans', { barcode: copyA })).toMatchObject([{ reportedLost: true }]);
  expect((await copy())?.['status']).toBe(how === 'moved' ? 'missing' : undefined);
});

test('a loan that was ended by hand is not fined at the desk, and nobody keeps it', async () => {
  await lend('card-1');
  const [loan] = await library.all('loans', { barcode: copyA });
  const byHand = { dueOn: '2026-03-01', returnedOn: '2026-03-10' };
  await library.database
    .collection('loans')
    .doc(loan?._id ?? '')
    .update({ data: byHand });
  expect(
    told(
      await desk('markLoan', {
        barcode: copyA,
        mark: 'recalled',
        isOn: true,
        reason: '急用',
        requestKey: newKey(),
      }),
    ),
  ).toBe('not-on-loan');
  expect(await takeBack()).toMatchObject({ ok: true, value: { loan: null, destination: { to: 'shelf' } } });
  expect(await account('card-1')).toMatchObject({ openLoans: [], finesOwed: 0 });
  expect(await title()).toMatchObject({ loans: [], freeCopies: [copyA] });
  expect(await library.all('loans', { barcode: copyA })).toMatchObject([{ returnedOn: '2026-03-10' }]);
  expect(told(await lend('card-2'))).toBe('ok');
});

test('a late renewal tells of its fine as a return does, once, and a fine of a long number can be settled', async () => {
  const usual = { _id: 'usual', patronCategory: '*', itemCategory: '*', maxRenewals: 2 };
  await library.put('policies', { ...usual, overdue: 'allow' });
  const loanId = 'from-elsewhere-'.repeat(4);
  await library.addLoans({ loanId, bookId, barcode: copyA, dueOn: '2026-03-15' });
  const asked = { loanId, seenDueOn: '2026-03-15', requestKey: newKey() };
  for (const _ of [1, 2]) expect(told(await library.as('o-card-1')('renew', asked))).toBe('ok');
  await library.put('policies', usual);
  const fineId = `${loanId}-2026-03-15`;
  expect(
    await library.all('messages', { kind: 'fine-fixed', card: 'card-1', 'details.fineId': fineId }),
  ).toMatchObject([{ details: { title: '边城', amount: 50 } }]);
  expect(await account('card-1')).toMatchObject({ finesOwed: 50 });
  const settling = { fineId, how: 'paid', reason: '现金', requestKey: newKey() };
  expect(await desk('settleFine', settling)).toMatchObject({ ok: true, value: { owed: 0 } });
});
