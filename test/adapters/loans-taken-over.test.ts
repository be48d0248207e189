import { circulationSurroundings } from '../../cloudfunctions/circulation/function/surroundings';
import type { StatedLoan } from '../../cloudfunctions/circulation/domain/loans/loan-elsewhere';
import { takeOverLoan } from '../../cloudfunctions/circulation/use-cases/loans/take-over-loan';
import { contradictions } from '../../database/check-library/contradictions';
import { checkedCollections, type LibraryDocuments } from '../../database/check-library/library-documents';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told } from '../support/serving';

// What the library's other system tells meets what happened here, through the handlers of the deployed function.
jest.setTimeout(120_000);
let library: SomeLibrary;
let number = 0;
let ids = 0;
beforeEach(async () => {
  library = await openSomeLibrary();
  ids = 0;
  for (const card of ['card-1', 'card-2', 'card-3']) {
    await library.patron(card);
    await library.put('wechat_accounts', { _id: `o-${card}`, card });
  }
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  await library.put('policies', {
    _id: 'usual',
    patronCategory: '*',
    itemCategory: '*',
    maxRenewals: 2,
    finePerDay: 10,
  });
  await library.book('b1', { c1: {}, c2: {} });
});
afterEach(async () => {
  const all = await Promise.all(checkedCollections.map(async (name) => [name, await library.all(name)]));
  const documents = Object.fromEntries(all) as unknown as LibraryDocuments;
  await library.close();
  const found = contradictions(documents);
  if (found.length > 0) throw new Error(JSON.stringify(found));
});

const row: StatedLoan = {
  card: 'card-1',
  barcode: 'c1',
  borrowedOn: '2026-02-20',
  dueOn: '2026-03-25',
  returnedOn: null,
  renewals: 0,
};
const overdue = { ...row, dueOn: '2026-03-16' };
const take = (stated: StatedLoan) =>
  takeOverLoan({
    ...circulationSurroundings(library.database, library.now),
    newId: () => `x-${(ids += 1)}`,
  })(stated);
const key = () => `request-${(number += 1)}`;
const renew = (seenDueOn: string) =>
  library.as('o-card-1')('renew', { loanId: 'x-1', seenDueOn, requestKey: key() });
const desk = (action: string, input: object) =>
  library.as('o-desk')(action, { barcode: 'c1', requestKey: key(), ...input });
const checkIn = () => desk('checkIn', { branchId: 'main' });
const loan = () => library.one('loans', 'x-1');
const copy = () => library.one('copies', 'c1');
const account = () => library.one('patron_circulation', 'card-1');
const hold = (card: string) =>
  library.as(`o-${card}`)('placeHold', { bookId: 'b1', barcode: 'c1', branchId: 'main', requestKey: key() });

describe('the same row again', () => {
  test('leaves a renewal here', async () => {
    expect(await take(row)).toBe('added');
    expect(told(await renew(row.dueOn))).toBe('ok');
    const renewed = await loan();
    expect(renewed).toMatchObject({ dueOn: '2026-04-24', renewals: 1 });
    expect(await take(row)).toBe('unchanged');
    expect(await loan()).toEqual(renewed);
  });

  test('leaves a return here, and a fine that was settled', async () => {
    await take(overdue);
    expect(await checkIn()).toMatchObject({ value: { loan: { fine: 40 } } });
    const [fine] = await library.all('fines');
    const settling = { fineId: fine?._id, how: 'paid', reason: '现金', requestKey: key() };
    expect(told(await library.as('o-desk')('settleFine', settling))).toBe('ok');
    expect(await take(overdue)).toBe('unchanged');
    expect(await loan()).toMatchObject({ returnedOn: '2026-03-20' });
    expect(await checkIn()).toMatchObject({ value: { loan: null } });
    // Not even where staff open the loan again by hand.
    await library.database
      .collection('loans')
      .doc('x-1')
      .update({ data: { returnedOn: null, finesFixed: 0 } });
    expect(await checkIn()).toMatchObject({ value: { loan: { fine: 0 } } });
    expect(await library.all('fines')).toMatchObject([{ state: 'paid' }]);
    expect(await account()).toMatchObject({ finesOwed: 0, openLoans: [] });
  });
});

describe('a row that says something new', () => {
  test.each<readonly [string, Partial<StatedLoan>, boolean, object]>([
    ['a renewal there', { dueOn: '2026-04-10', renewals: 1 }, false, { dueOn: '2026-04-10', renewals: 1 }],
    ['a shorter loan', { dueOn: '2026-03-22' }, false, { dueOn: '2026-03-22', renewals: 0 }],
    [
      'renewals on both sides',
      { dueOn: '2026-04-10', renewals: 1 },
      true,
      { dueOn: '2026-04-24', renewals: 2 },
    ],
    ['a later due day there', { dueOn: '2026-05-10' }, true, { dueOn: '2026-05-10', renewals: 1 }],
  ])('%s', async (_, change, isRenewedHere, expected) => {
    await take(row);
    expect(isRenewedHere ? told(await renew(row.dueOn)) : 'ok').toBe('ok');
    expect(await take({ ...row, ...change })).toBe('updated');
    expect(await loan()).toMatchObject(expected);
    expect(await take({ ...row, ...change })).toBe('unchanged');
  });

  test('does not bring a copy back that was lent again here', async () => {
    await take(row);
    await checkIn();
    expect(told(await desk('checkOut', { card: 'card-2' }))).toBe('ok');
    expect(await take({ ...row, returnedOn: '2026-03-18' })).toBe('updated');
    expect(await copy()).toMatchObject({ status: 'on-loan' });
    expect(await loan()).toMatchObject({ returnedOn: '2026-03-20' });
    expect(await library.one('title_circulation', 'b1')).toMatchObject({ loans: [{ barcode: 'c1' }] });
  });

  test('does not open a loan again that ended, wherever it ended', async () => {
    await take(row);
    await checkIn();
    expect(await take({ ...row, dueOn: '2026-04-10' })).toBe('returned-here');
    const other = { ...row, barcode: 'c2', returnedOn: '2026-03-18' };
    await take(other);
    expect(await take({ ...other, returnedOn: null })).toBe('returned-here');
    expect(await loan()).toMatchObject({ dueOn: '2026-03-25', returnedOn: '2026-03-20' });
  });

  test('corrects the day of a return that it told itself', async () => {
    await take(row);
    await take({ ...row, returnedOn: '2026-03-18' });
    expect(await take({ ...row, returnedOn: '2026-03-17' })).toBe('updated');
    expect(await loan()).toMatchObject({ returnedOn: '2026-03-17' });
  });
});

const title = () => library.one('title_circulation', 'b1');
const holdOnTitle = async (card: string) => {
  const asked = { bookId: 'b1', branchId: 'main', requestKey: key() };
  expect(told(await library.as(`o-${card}`)('placeHold', asked))).toBe('ok');
};
/** Both copies were out, and both came back to the pickup shelf: c1 for the first card, c2 for the second. */
const bothReady = async (...cards: readonly string[]) => {
  for (const barcode of ['c1', 'c2']) await desk('checkOut', { barcode, card: 'card-3' });
  for (const card of cards) await holdOnTitle(card);
  for (const barcode of ['c1', 'c2']) await desk('checkIn', { barcode, branchId: 'main' });
};

describe('a loan that is new here', () => {
  test('ends the hold of its patron, whose copy it is', async () => {
    await bothReady('card-1');
    expect(await copy()).toMatchObject({ status: 'on-hold-shelf' });
    expect(await take(row)).toBe('added');
    expect(await library.all('holds')).toMatchObject([{ endedOn: '2026-03-20', end: 'collected' }]);
    expect(await account()).toMatchObject({ holds: [], openLoans: [{ loanId: 'x-1' }] });
    expect(await copy()).toMatchObject({ status: 'on-loan' });
    expect(await title()).toMatchObject({ holds: [], freeCopies: ['c2'] });
  });

  test('of another copy frees the one that was kept for its patron', async () => {
    await bothReady('card-1');
    expect(await take({ ...row, barcode: 'c2' })).toBe('added');
    expect(await copy()).toMatchObject({ status: 'available' });
    expect(await title()).toMatchObject({ holds: [], freeCopies: ['c1'], loans: [{ barcode: 'c2' }] });
  });

  test('does not take a copy that is kept for another patron', async () => {
    await bothReady('card-2', 'card-1');
    const before = [await title(), await account(), await copy()];
    expect(await take(row)).toBe('kept-for-other');
    expect([await title(), await account(), await copy(), await loan()]).toEqual([...before, null]);
    expect(await take({ ...row, returnedOn: '2026-03-01' })).toBe('added');
  });
});

describe('a return by a row', () => {
  test('fixes what it cost to be late until that day, once', async () => {
    await take(overdue);
    await take({ ...overdue, returnedOn: '2026-03-18' });
    expect(await library.all('fines')).toMatchObject([{ amount: 20, days: 2, state: 'owed' }]);
    expect(await account()).toMatchObject({ finesOwed: 20, openLoans: [] });
    expect(await library.all('messages')).toMatchObject([{ kind: 'fine-fixed', card: 'card-1' }]);
  });

  test('gives the copy to the hold that waits for it', async () => {
    await library.book('b1', { c1: {}, c2: { status: 'reference' } });
    await take(row);
    expect(told(await hold('card-2'))).toBe('ok');
    await take({ ...row, returnedOn: '2026-03-18' });
    expect(await copy()).toMatchObject({ status: 'on-hold-shelf' });
    expect(await library.all('messages')).toMatchObject([{ kind: 'hold-ready', card: 'card-2' }]);
  });

  test('calls who wants to hear of it', async () => {
    await library.book('b1', { c1: {}, c2: { status: 'reference' } });
    await take(row);
    const watch = await library.as('o-card-2')('watch', { bookId: 'b1', isOn: true, requestKey: key() });
    expect(told(watch)).toBe('ok');
    await take({ ...row, returnedOn: '2026-03-18' });
    expect(await library.all('watch_calls')).toMatchObject([{ cards: ['card-2'] }]);
  });

  test('ends the loan of a copy that staff removed', async () => {
    await take(row);
    await library.database.collection('copies').doc('c1').remove();
    expect(await take({ ...row, returnedOn: '2026-03-18' })).toBe('updated');
    expect(await account()).toMatchObject({ openLoans: [] });
  });
});
