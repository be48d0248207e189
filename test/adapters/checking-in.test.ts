import { cloudCopyStandings } from '../../cloudfunctions/circulation/adapters/cloud-copy-standings';
import { told } from '../support/serving';
import { someDesk } from '../support/some-desk';

// The handlers of the deployed function, through the real SDK.
jest.setTimeout(120_000);
const atDesk = someDesk();
const { desk, by, newKey, lend, takeBack, hold, copy, title, account } = atDesk;
let { library, bookId, copyA } = atDesk;
beforeEach(() => {
  ({ library, bookId, copyA } = atDesk);
});

describe('checking in', () => {
  test('puts the copy back on its shelf and ends the loan', async () => {
    await lend('card-1');
    const asked = { barcode: copyA, branchId: 'main', requestKey: newKey() };
    const reply = await desk('checkIn', asked);
    expect(reply).toMatchObject({
      value: {
        title: '边城',
        destination: { to: 'shelf', branchId: 'main', shelf: '三楼' },
        loan: { maskedCard: '••••d-1', dueOn: '2026-04-19', overdueDays: 0, fine: 0, suspendedUntil: null },
      },
    });
    expect(await copy()).toMatchObject({ status: 'available', dueOn: null });
    expect(await title()).toMatchObject({ loans: [], freeCopies: [copyA] });
    expect(await account('card-1')).toMatchObject({ openLoans: [] });
    expect(await library.all('loans', { barcode: copyA })).toMatchObject([
      { returnedOn: '2026-03-20', history: [{ kind: 'borrowed' }, { kind: 'returned', from: '2026-04-19' }] },
    ]);
    expect(await desk('checkIn', asked)).toEqual(reply);
  });

  test('late fixes a fine once, tells the patron, and it is owed', async () => {
    await lend('card-1');
    library.setClock('2026-04-24T04:00:00Z');
    expect(await takeBack()).toMatchObject({ value: { loan: { overdueDays: 5, fine: 50 } } });
    expect(await account('card-1')).toMatchObject({ finesOwed: 50 });
    expect(await library.all('fines', { bookId })).toMatchObject([
      { card: 'card-1', amount: 50, state: 'owed' },
    ]);
    expect(await library.all('messages', { card: 'card-1', kind: 'fine-fixed' })).toHaveLength(1);
    expect(await takeBack()).toMatchObject({ value: { loan: null } });
    expect(await account('card-1')).toMatchObject({ finesOwed: 50 });
  });

  test('sends the copy to the pickup branch of the first hold, and there it is ready', async () => {
    await lend('card-3');
    const holdId = await hold('card-1', 'west');
    await hold('card-2');
    expect(await takeBack()).toMatchObject({
      value: { destination: { to: 'other-branch', branchId: 'west', maskedCard: '••••d-1' } },
    });
    expect(await copy()).toMatchObject({ status: 'in-transit' });
    expect(await by('card-1')('holds')).toMatchObject({
      value: { holds: [{ state: 'in-transit', place: null }] },
    });
    const arrived = await takeBack({ branchId: 'west' });
    expect(arrived).toMatchObject({
      value: { destination: { to: 'pickup-shelf', branchId: 'west', pickupBy: '2026-03-23' }, loan: null },
    });
    expect(await copy()).toMatchObject({ status: 'on-hold-shelf' });
    expect(await library.one('messages', `hold-ready-${holdId}`)).toMatchObject({ card: 'card-1' });
    expect(await by('card-2')('holds')).toMatchObject({ value: { holds: [{ state: 'waiting', place: 1 }] } });
    expect(await desk('pickupShelf', { branchId: 'west' })).toMatchObject({
      value: {
        copies: [
          {
            barcode: copyA,
            bookId,
            title: '边城',
            maskedCard: '••••d-1',
            pickupBy: '2026-03-23',
            hasLapsed: false,
          },
        ],
      },
    });
  });

  test('goes home from another branch, where nobody waits', async () => {
    await lend('card-1');
    expect(await takeBack({ branchId: 'west' })).toMatchObject({
      value: { destination: { to: 'other-branch', branchId: 'main', maskedCard: null } },
    });
    expect(await title()).toMatchObject({ freeCopies: [] });
    expect(await takeBack()).toMatchObject({ value: { destination: { to: 'shelf' } } });
    expect(await title()).toMatchObject({ freeCopies: [copyA] });
  });

  test('passes over a hold that rests', async () => {
    await lend('card-3');
    const resting = await hold('card-1');
    await hold('card-2');
    await by('card-1')('suspendHold', { holdId: resting, until: '2026-04-01', requestKey: newKey() });
    expect(await takeBack()).toMatchObject({ value: { destination: { maskedCard: '••••d-2' } } });
  });

  test('gives a hold on one copy that copy and no other', async () => {
    const copyB = `${bookId}-b`;
    await library.book(bookId, { [copyB]: {} });
    await lend('card-3');
    await lend('card-3', { barcode: copyB });
    const onB = { bookId, barcode: copyB, branchId: 'main', requestKey: newKey() };
    expect(told(await by('card-1')('placeHold', onB))).toBe('ok');
    expect(await takeBack()).toMatchObject({ value: { destination: { to: 'shelf' } } });
    expect(await takeBack({ barcode: copyB })).toMatchObject({
      value: { destination: { to: 'pickup-shelf', maskedCard: '••••d-1' } },
    });
  });

  test('leaves one for use in the library where it is', async () => {
    await library.book(bookId, { [copyA]: { status: 'reference' } });
    expect(await takeBack()).toMatchObject({ value: { destination: { to: 'shelf' }, loan: null } });
    expect(await copy()).toMatchObject({ status: 'reference' });
  });

  test('is refused for a copy or a branch that is not there', async () => {
    expect(told(await takeBack({ barcode: 'nothing' }))).toBe('no-such-copy');
    expect(told(await takeBack({ branchId: 'moon' }))).toBe('no-such-branch');
  });
});

test('the page of the book tells of a copy as circulation does: the due day after a renewal, and who it is kept for', async () => {
  const standings = cloudCopyStandings(library.database);
  const reply = await lend('card-1');
  const { loanId } = reply.value as { loanId: string };
  await by('card-1')('renew', { loanId, seenDueOn: '2026-04-19', requestKey: newKey() });
  expect([...(await standings(bookId))]).toEqual([[copyA, { status: 'on-loan', dueOn: '2026-05-19' }]]);
  await hold('card-2');
  await takeBack();
  expect([...(await standings(bookId))]).toEqual([[copyA, { status: 'on-hold-shelf', dueOn: null }]]);
  expect([...(await standings('untouched'))]).toEqual([]);
});
