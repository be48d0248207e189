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
