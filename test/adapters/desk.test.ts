import { cloudCopyStandings } from '../../cloudfunctions/circulation/adapters/cloud-copy-standings';
import { passOnLapsed } from '../../cloudfunctions/circulation/use-cases/holds/pass-on-lapsed';
import { tellWatchers } from '../../cloudfunctions/circulation/use-cases/holds/tell-watchers';
import { circulationSurroundings } from '../../cloudfunctions/circulation/function/surroundings';
import { untouchedTitle } from '../../cloudfunctions/circulation/domain/records/title-circulation';
import { someHold } from '../support/some-loan';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told } from '../support/serving';

// The handlers of the deployed function, through the real SDK.
jest.setTimeout(120_000);
let library: SomeLibrary;
let number = 0;
let bookId = '';
let copyA = '';
const cards = ['card-1', 'card-2', 'card-3'];
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  await library.put('branches', { _id: 'west', name: '西馆', calendarId: 'library', order: 2 });
});
afterAll(() => library.close());
beforeEach(async () => {
  number += 1;
  bookId = `book-${number}`;
  copyA = `${bookId}-a`;
  library.setClock('2026-03-20T04:00:00Z');
  for (const card of cards) {
    await library.patron(card);
    await library.account({ card });
  }
  await library.book(bookId, { [copyA]: { shelf: '三楼' } });
});

const desk = (action: string, input: object) => library.as('o-desk')(action, input);
const by = (card: string) => library.as(`o-${card}`);
const newKey = () => `request-${(number += 1)}`;
const lend = (card: string, change: object = {}) =>
  desk('checkOut', { card, barcode: copyA, requestKey: newKey(), ...change });
const takeBack = (change: object = {}) =>
  desk('checkIn', { barcode: copyA, branchId: 'main', requestKey: newKey(), ...change });
const hold = async (card: string, branchId = 'main'): Promise<string> => {
  const reply = await by(card)('placeHold', { bookId, branchId, requestKey: newKey() });
  expect(told(reply)).toBe('ok');
  return (reply.value as { holdId: string }).holdId;
};
const copy = () => library.one('copies', copyA);
const title = () => library.one('title_circulation', bookId);
const account = (card: string) => library.one('patron_circulation', card);

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

const jobs = () => circulationSurroundings(library.database, library.now);

describe('with time', () => {
  test('a copy that is not fetched passes on to the next, and then back to its shelf', async () => {
    await lend('card-3');
    const [first, second] = [await hold('card-1'), await hold('card-2')];
    await takeBack();
    library.setClock('2026-03-23T15:59:00Z');
    await passOnLapsed(jobs())();
    expect(await title()).toMatchObject({ holds: [{ card: 'card-1', state: 'ready' }, { card: 'card-2' }] });
    library.setClock('2026-03-23T16:00:00Z');
    await passOnLapsed(jobs())();
    expect(await title()).toMatchObject({
      holds: [{ card: 'card-2', state: 'ready', pickupBy: '2026-03-27' }],
    });
    expect(await library.one('messages', `hold-lapsed-${first}`)).toMatchObject({ card: 'card-1' });
    expect(await library.one('messages', `hold-ready-${second}`)).toMatchObject({ card: 'card-2' });
    expect(await account('card-1')).toMatchObject({ holds: [] });
    expect(await library.one('holds', first)).toMatchObject({ end: 'lapsed', endedOn: '2026-03-24' });
    library.setClock('2026-03-28T04:00:00Z');
    await passOnLapsed(jobs())();
    await passOnLapsed(jobs())();
    expect(await title()).toMatchObject({ holds: [], freeCopies: [copyA] });
    expect(await copy()).toMatchObject({ status: 'available' });
  });

  test('titles that nobody can read keep no other copy from passing on', async () => {
    const rubbish = { ...someHold({ state: 'ready', keptBarcode: 'x', pickupBy: '2026-03-01' }), card: 7 };
    for (const place of [1, 2, 3, 4, 5, 6])
      await library.put('title_circulation', {
        _id: `a-rubbish-${place}`,
        ...untouchedTitle('x'),
        holds: [rubbish],
      });
    await lend('card-3');
    await hold('card-1');
    await takeBack();
    library.setClock('2026-03-28T04:00:00Z');
    await passOnLapsed({ ...jobs(), log: () => undefined })();
    expect(await title()).toMatchObject({ holds: [], freeCopies: [copyA] });
    const isRubbish = { _id: library.database.command.gt('a-rubbish').and(library.database.command.lt('b')) };
    await library.database.collection('title_circulation').where(isRubbish).remove();
  });

  test('a patron whom nobody can read is told that a copy is back, and so are the others', async () => {
    await lend('card-3');
    for (const card of ['card-1', 'card-2'])
      await by(card)('watch', { bookId, isOn: true, requestKey: newKey() });
    await library.database
      .collection('patron_circulation')
      .doc('card-1')
      .update({ data: { holds: 'x' } });
    await takeBack();
    await library.put('watch_calls', { _id: 'a-rubbish', cards: 'everybody' });
    await tellWatchers(jobs())();
    expect(await library.all('messages', { kind: 'title-back', 'details.bookId': bookId })).toHaveLength(2);
    expect(await library.all('watch_calls')).toEqual([]);
  });

  test('who asked hears once that a copy is back', async () => {
    await lend('card-3');
    for (const card of ['card-1', 'card-2'])
      await by(card)('watch', { bookId, isOn: true, requestKey: newKey() });
    await takeBack();
    await tellWatchers(jobs())();
    await tellWatchers(jobs())();
    expect(await library.all('messages', { kind: 'title-back', 'details.bookId': bookId })).toHaveLength(2);
    expect(await account('card-1')).toMatchObject({ watches: [] });
    expect(await library.all('watch_calls', { bookId })).toEqual([]);
  });

  test('who asks anew before being told keeps the new wish, on both sides', async () => {
    await lend('card-3');
    const watch = (isOn: boolean) => by('card-1')('watch', { bookId, isOn, requestKey: newKey() });
    await watch(true);
    await takeBack();
    await lend('card-3');
    await watch(false);
    await watch(true);
    await tellWatchers(jobs())();
    expect(await title()).toMatchObject({ watchers: ['card-1'] });
    expect(await account('card-1')).toMatchObject({ watches: [{ bookId }] });
  });

  test('an idle run makes few calls', async () => {
    const before = library.requests.length;
    const needs = jobs();
    await passOnLapsed(needs)();
    await tellWatchers(needs)();
    expect(library.requests.length - before).toBeLessThanOrEqual(2);
  });
});

test('the desk is for staff', async () => {
  expect(told(await by('card-1')('checkOut', { card: 'card-1', barcode: copyA, requestKey: newKey() }))).toBe(
    'forbidden',
  );
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
