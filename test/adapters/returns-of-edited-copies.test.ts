import { told } from '../support/serving';
import { someDesk } from '../support/some-desk';

// Staff may edit or remove a copy in the console while a patron has it.
jest.setTimeout(120_000);
const atDesk = someDesk();
const { desk, newKey, lend, takeBack, hold, copy, title, account } = atDesk;
let { library, bookId, copyA } = atDesk;
beforeEach(() => {
  ({ library, bookId, copyA } = atDesk);
});

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
