import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { told } from '../support/serving';

// The handlers of the deployed function, through the real SDK.
jest.setTimeout(120_000);
let library: SomeLibrary;
let number = 0;
let bookId = '';
beforeAll(async () => {
  library = await openSomeLibrary();
  for (const card of ['card-1', 'card-2', 'card-3']) await library.patron(card);
});
afterAll(() => library.close());
beforeEach(async () => {
  number += 1;
  bookId = `book-${number}`;
  for (const card of ['card-1', 'card-2', 'card-3']) await library.account({ card });
});

const by = (card: string) => library.as(`o-${card}`);
const newKey = () => `request-${(number += 1)}`;
const placing = (change: object = {}) => ({ bookId, branchId: 'main', requestKey: newKey(), ...change });
const place = (card: string, change: object = {}) => by(card)('placeHold', placing(change));
const holdOf = (reply: { readonly value?: unknown }) => (reply.value as { holdId: string }).holdId;
type Queue = readonly { readonly card: string; readonly state: string }[];
const queue = async () => (await library.one('title_circulation', bookId))?.['holds'] as Queue;
const outBook = () => library.book(bookId, { [`${bookId}-a`]: { status: 'on-loan' } });

const onShelf = () => library.book(bookId, { [`${bookId}-b`]: {} });
describe('placing a hold', () => {
  beforeEach(async () => {
    await outBook();
    await library.title({ bookId, loans: [{ loanId: 'l', barcode: `${bookId}-a`, dueOn: '2026-03-28' }] });
  });

  test('puts it at the end of the queue, and shows place, copies and expected day', async () => {
    expect(await place('card-1')).toMatchObject({ ok: true, value: { place: 1, expectedOn: '2026-03-28' } });
    // Whoever comes first keeps the copy for a loan of 30 days and 3 days on the pickup shelf.
    expect(await place('card-2')).toMatchObject({ value: { place: 2, expectedOn: '2026-04-30' } });
    expect(await queue()).toMatchObject([{ card: 'card-1' }, { card: 'card-2' }]);
    expect(await by('card-2')('holds')).toMatchObject({
      value: {
        holds: [
          {
            bookId,
            title: '边城',
            state: 'waiting',
            place: 2,
            copies: 1,
            expectedOn: '2026-04-30',
            pickupBy: null,
            placedOn: '2026-03-20',
          },
        ],
      },
    });
  });

  test('with the same key again it is the same hold; for another book the key is not understood', async () => {
    const asked = placing();
    const first = await by('card-1')('placeHold', asked);
    expect(await by('card-1')('placeHold', asked)).toEqual(first);
    expect(told(await by('card-1')('placeHold', { ...asked, bookId: 'other' }))).toBe('invalid-request');
    expect(await queue()).toHaveLength(1);
  });

  test('leaves a line in the audit log', async () => {
    const asked = placing();
    const holdId = holdOf(await by('card-1')('placeHold', asked));
    expect(await library.all('audit', { requestKey: asked.requestKey })).toMatchObject([
      { action: 'circulation.placeHold', patron: 'p-card-1', target: holdId },
    ]);
  });

  test.each<readonly [string, object, () => Promise<unknown>, object]>([
    ['a book that is not there', { bookId: 'nobody' }, async () => undefined, { code: 'no-such-book' }],
    ['a copy that is not there', { barcode: 'nobody' }, async () => undefined, { code: 'no-such-copy' }],
    ['a branch that is not there', { branchId: 'moon' }, async () => undefined, { code: 'no-such-branch' }],
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
      'a category that gives no holds',
      {},
      async () => {
        await library.put('patron_categories', {
          _id: 'guest',
          name: '访客',
          kind: 'campus',
          loanLimit: 1,
          holdLimit: 1,
          rights: ['borrow'],
        });
        await library.patron('card-1', { category: 'guest' });
      },
      { code: 'no-hold-right' },
    ],
    ['a second hold on the title', {}, () => place('card-1'), { code: 'already-held' }],
    [
      'a title that one has on loan',
      {},
      () => library.account({ card: 'card-1', openLoans: [{ loanId: 'x', bookId, dueOn: '2026-04-01' }] }),
      { code: 'already-borrowed' },
    ],
    [
      'as many holds as the category gives',
      {},
      () =>
        library.account({
          card: 'card-1',
          holds: [
            { holdId: 'x', bookId: 'x' },
            { holdId: 'y', bookId: 'y' },
          ],
        }),
      { code: 'hold-limit', limit: 2 },
    ],
    [
      'a book for use in the library only',
      {},
      () => library.put('copies', { _id: `${bookId}-a`, bookId, branchId: 'main', status: 'reference' }),
      { code: 'nothing-to-lend' },
    ],
    ['a book that stands free on its shelf', {}, onShelf, { code: 'on-shelf', copies: 1 }],
  ])('is refused for %s, and changes nothing', async (_, change, given, reason) => {
    const asked = placing(change);
    await given();
    const before = [
      await library.one('title_circulation', bookId),
      await library.one('patron_circulation', 'card-1'),
    ];
    expect(await by('card-1')('placeHold', asked)).toMatchObject({ ok: false, reasons: [reason] });
    expect([
      await library.one('title_circulation', bookId),
      await library.one('patron_circulation', 'card-1'),
    ]).toEqual(before);
    await library.patron('card-1');
  });

  test('on a free copy is allowed where the policy says so', async () => {
    await onShelf();
    const usual = { _id: 'usual', patronCategory: '*', itemCategory: '*', maxRenewals: 2 };
    await library.put('policies', { ...usual, allowHoldOnShelf: true });
    expect(told(await place('card-1'))).toBe('ok');
    await library.put('policies', usual);
  });

  test('the offer on a book’s page says the same before pressing', async () => {
    expect(await by('card-1')('holdOffer', { bookId })).toMatchObject({
      value: { reasons: [], place: 1, expectedOn: '2026-03-28', holdId: null, isWatched: false },
    });
    const holdId = holdOf(await place('card-1'));
    expect(await by('card-1')('holdOffer', { bookId })).toMatchObject({
      value: { reasons: [{ code: 'already-held' }], holdId },
    });
    expect(await by('card-1')('holdOffer', { bookId: 'nobody' })).toMatchObject({
      value: { reasons: [{ code: 'no-such-book' }] },
    });
  });
});

const ready = async () => {
  await library.book(bookId, { [`${bookId}-a`]: { status: 'on-hold-shelf' } });
  const [first, second] = [holdOf(await place('card-1')), holdOf(await place('card-2'))];
  const holds = (await queue()).map((hold, at) =>
    at === 0 ? { ...hold, state: 'ready', keptBarcode: `${bookId}-a`, pickupBy: '2026-03-23' } : hold,
  );
  await library.title({ bookId, holds: holds as never });
  return { first, second };
};

describe('a hold that goes on', () => {
  test('is cancelled, and what was kept for it passes on to the next, who is told', async () => {
    const { first, second } = await ready();
    expect(told(await by('card-1')('cancelHold', { holdId: first, requestKey: newKey() }))).toBe('ok');
    expect(await queue()).toMatchObject([
      { card: 'card-2', state: 'ready', keptBarcode: `${bookId}-a`, pickupBy: '2026-03-23' },
    ]);
    expect(await library.one('holds', first)).toMatchObject({ end: 'cancelled', endedOn: '2026-03-20' });
    expect(await library.one('patron_circulation', 'card-1')).toMatchObject({ holds: [] });
    expect(await library.one('messages', `hold-ready-${second}`)).toMatchObject({
      card: 'card-2',
      kind: 'hold-ready',
      details: { branchId: 'main', pickupBy: '2026-03-23', title: '边城' },
    });
    expect(told(await by('card-2')('cancelHold', { holdId: second, requestKey: newKey() }))).toBe('ok');
    expect(await library.one('copies', `${bookId}-a`)).toMatchObject({ status: 'available' });
    expect(await library.one('title_circulation', bookId)).toMatchObject({
      freeCopies: [`${bookId}-a`],
      holds: [],
    });
    expect(await library.one('reindex_requests', bookId)).not.toBeNull();
  });

  test('is nobody else’s to cancel or suspend', async () => {
    await outBook();
    const holdId = holdOf(await place('card-1'));
    expect(told(await by('card-2')('cancelHold', { holdId, requestKey: newKey() }))).toBe('no-such-hold');
    const until = '2026-04-01';
    expect(told(await by('card-2')('suspendHold', { holdId, until, requestKey: newKey() }))).toBe(
      'no-such-hold',
    );
    expect(await queue()).toHaveLength(1);
  });

  test('rests until its day, in its place, and is woken', async () => {
    await outBook();
    const holdId = holdOf(await place('card-1'));
    await place('card-2');
    const suspend = (until: string | null) =>
      by('card-1')('suspendHold', { holdId, until, requestKey: newKey() });
    expect(await suspend('2026-03-25')).toMatchObject({ value: { suspendedUntil: '2026-03-25' } });
    expect(await by('card-1')('holds')).toMatchObject({
      value: { holds: [{ state: 'suspended', suspendedUntil: '2026-03-25' }], mayRestThrough: '2027-03-21' },
    });
    expect(await by('card-2')('holds')).toMatchObject({ value: { holds: [{ place: 1 }] } });
    expect(await suspend('2026-03-20')).toMatchObject({
      reasons: [{ code: 'bad-day', latest: '2027-03-21' }],
    });
    expect(told(await suspend(null))).toBe('ok');
    expect(await by('card-2')('holds')).toMatchObject({ value: { holds: [{ place: 2 }] } });
  });

  test.each([
    ['2026-03-25', '2026-03-28'],
    ['2026-04-06', '2026-04-06'],
  ])('resting until %s, is expected on %s, as the family sees it too', async (until, expectedOn) => {
    await outBook();
    await library.title({ bookId, loans: [{ loanId: 'l', barcode: `${bookId}-a`, dueOn: '2026-03-28' }] });
    const holdId = holdOf(await place('card-1'));
    expect(told(await by('card-1')('suspendHold', { holdId, until, requestKey: newKey() }))).toBe('ok');
    const link = { _id: 'see-rest', card: 'card-1', pseudonym: 'p-card-1', by: 'card-2', right: 'see' };
    await library.put('family_links', { ...link, state: 'active', endsOn: '2026-12-31' });
    const seen = { ok: true, value: { holds: [{ state: 'suspended', expectedOn }] } };
    expect(await by('card-1')('holds')).toMatchObject(seen);
    expect(await by('card-2')('holds', { familyLinkId: 'see-rest' })).toMatchObject(seen);
  });

  test('does not rest once its copy is ready', async () => {
    const { first } = await ready();
    const asked = { holdId: first, until: '2026-04-01', requestKey: newKey() };
    expect(told(await by('card-1')('suspendHold', asked))).toBe('already-ready');
  });
});

const watch = (isOn: boolean) => by('card-1')('watch', { bookId, isOn, requestKey: newKey() });

describe('asking to be told when a copy is back', () => {
  test('stands once, is shown, and ends when asked', async () => {
    await outBook();
    expect([told(await watch(true)), told(await watch(true))]).toEqual(['ok', 'ok']);
    expect(await library.one('title_circulation', bookId)).toMatchObject({ watchers: ['card-1'] });
    expect(await by('card-1')('holds')).toMatchObject({
      value: { watches: [{ bookId, title: '边城', since: '2026-03-20' }] },
    });
    expect(await watch(false)).toMatchObject({ value: { isWatched: false } });
    expect(await library.one('title_circulation', bookId)).toMatchObject({ watchers: [] });
  });

  test('is shown to no other of the family', async () => {
    await outBook();
    expect(told(await watch(true))).toBe('ok');
    const link = { _id: 'see-1', card: 'card-1', pseudonym: 'p-card-1', by: 'card-2', right: 'see' };
    await library.put('family_links', { ...link, state: 'active', endsOn: '2026-12-31' });
    expect(await by('card-2')('holds', { familyLinkId: 'see-1' })).toMatchObject({
      ok: true,
      value: { watches: [] },
    });
  });

  test('is refused where a copy is free, and for a book that is not there', async () => {
    await library.book(bookId, { [`${bookId}-a`]: {} });
    expect(await watch(true)).toMatchObject({ reasons: [{ code: 'on-shelf', copies: 1 }] });
    bookId = 'nobody';
    expect(told(await watch(true))).toBe('no-such-book');
  });
});
