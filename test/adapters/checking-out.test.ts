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

describe('checking out', () => {
  test('lends the copy: loan, title, patron, catalogue and audit log tell of it', async () => {
    const asked = { card: 'card-1', barcode: copyA, requestKey: newKey() };
    const reply = await desk('checkOut', asked);
    expect(reply).toMatchObject({
      ok: true,
      value: { title: '边城', dueOn: '2026-04-19', maskedCard: '••••d-1', openLoans: 1 },
    });
    const { loanId } = reply.value as { loanId: string };
    expect(await library.one('loans', loanId)).toMatchObject({
      card: 'card-1',
      borrowedOn: '2026-03-20',
      dueOn: '2026-04-19',
      returnedOn: null,
      history: [{ kind: 'borrowed', from: null, to: '2026-04-19' }],
    });
    expect(await title()).toMatchObject({
      loans: [{ loanId, barcode: copyA, dueOn: '2026-04-19' }],
      freeCopies: [],
    });
    expect(await account('card-1')).toMatchObject({ openLoans: [{ loanId, bookId, dueOn: '2026-04-19' }] });
    expect(await copy()).toMatchObject({ status: 'on-loan', dueOn: '2026-04-19', loans: 1, shelf: '三楼' });
    expect(await library.one('reindex_requests', bookId)).not.toBeNull();
    expect(await library.all('audit', { target: loanId })).toMatchObject([
      { actor: { kind: 'staff', openid: 'o-desk', role: 'librarian' }, action: 'circulation.checkOut' },
    ]);
    expect(await desk('checkOut', asked)).toEqual(reply);
    expect(told(await desk('checkOut', { ...asked, card: 'card-2' }))).toBe('invalid-request');
    expect(told(await by('card-1')('renew', { loanId, seenDueOn: '2026-04-19', requestKey: newKey() }))).toBe(
      'ok',
    );
  });

  const usual = { _id: 'usual', patronCategory: '*', itemCategory: '*', maxRenewals: 2 };
  test.each<readonly [string, object, () => Promise<unknown>, object]>([
    ['a card that is not there', { card: 'nobody' }, async () => 0, { code: 'no-such-card' }],
    ['a text that is no card', { card: 'LC1.card-1.zzzz.forged' }, async () => 0, { code: 'no-such-card' }],
    ['a copy that is not there', { barcode: 'nothing' }, async () => 0, { code: 'no-such-copy' }],
    [
      'a suspended membership',
      {},
      () => library.patron('card-1', { status: 'suspended' }),
      { code: 'membership-suspended' },
    ],
    [
      'an expired membership',
      {},
      () => library.patron('card-1', { endsOn: '2026-03-19' }),
      { code: 'membership-expired', endedOn: '2026-03-19' },
    ],
    [
      'a category that borrows nothing',
      {},
      () => library.patron('card-1', { category: 'x' }),
      { code: 'no-borrow-right' },
    ],
    [
      'borrowing that is suspended',
      {},
      () => library.account({ card: 'card-1', borrowingSuspendedUntil: '2026-03-20' }),
      { code: 'borrowing-suspended', until: '2026-03-20' },
    ],
    [
      'too many fines',
      {},
      async () => {
        await library.put('policies', { ...usual, fineLimit: 10 });
        await library.account({ card: 'card-1', finesOwed: 11 });
      },
      { code: 'fines-over-limit', owed: 11, limit: 10 },
    ],
    [
      'an overdue loan, where the policy says so',
      {},
      async () => {
        await library.put('policies', { ...usual, overdue: 'refuse-account' });
        const openLoans = [{ loanId: 'x', bookId: 'x', dueOn: '2026-03-19' }];
        await library.account({ card: 'card-1', openLoans });
      },
      { code: 'account-overdue' },
    ],
    [
      'as many loans as the category gives',
      {},
      () => {
        const openLoans = ['x', 'y', 'z'].map((id) => ({ loanId: id, bookId: id, dueOn: '2026-04-01' }));
        return library.account({ card: 'card-1', openLoans });
      },
      { code: 'loan-limit', limit: 3 },
    ],
    ['a copy that another has', {}, () => lend('card-2'), { code: 'on-loan', toSamePatron: false }],
    ['a copy that one has', {}, () => lend('card-1'), { code: 'on-loan', toSamePatron: true }],
    [
      'a copy for use in the library',
      {},
      () => library.book(bookId, { [copyA]: { status: 'reference' } }),
      { code: 'reference-only' },
    ],
    [
      'a missing copy',
      {},
      () => library.book(bookId, { [copyA]: { status: 'missing' } }),
      { code: 'not-in-circulation', status: 'missing' },
    ],
    [
      'a kind that is not lent',
      {},
      () => library.put('policies', { ...usual, lendable: false }),
      { code: 'not-lendable' },
    ],
    [
      'a copy that is kept for another',
      {},
      async () => {
        await lend('card-3');
        await hold('card-2');
        await takeBack();
      },
      { code: 'reserved', waiting: 1 },
    ],
  ])('is refused for %s, and changes nothing', async (_, change, given, reason) => {
    await given();
    const before = [await title(), await account('card-1'), await copy()];
    expect(await lend('card-1', change)).toMatchObject({ ok: false, reasons: [reason] });
    expect([await title(), await account('card-1'), await copy()]).toEqual(before);
    await library.put('policies', usual);
  });

  test('of the copy that is kept for one ends the hold', async () => {
    await lend('card-3');
    const holdId = await hold('card-1');
    await takeBack();
    expect(told(await lend('card-1'))).toBe('ok');
    expect(await title()).toMatchObject({ holds: [] });
    expect(await account('card-1')).toMatchObject({ holds: [], openLoans: [{ bookId }] });
    expect(await library.one('holds', holdId)).toMatchObject({ end: 'collected', endedOn: '2026-03-20' });
  });
});

test('the desk is for staff', async () => {
  expect(told(await by('card-1')('checkOut', { card: 'card-1', barcode: copyA, requestKey: newKey() }))).toBe(
    'forbidden',
  );
});
