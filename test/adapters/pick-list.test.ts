import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { cloudCatalogue } from '../../cloudfunctions/catalog/adapters/cloud-catalogue';
import { cloudIndexedWorks } from '../../cloudfunctions/catalog/adapters/cloud-indexed-works';
import { cloudReindexRequests } from '../../cloudfunctions/catalog/adapters/cloud-reindex-requests';
import { catalog } from '../../cloudfunctions/catalog/contract';
import { catalogHandlers } from '../../cloudfunctions/catalog/function/handlers';
import { renewBooks } from '../../cloudfunctions/catalog/use-cases/renew-works';
import { cloudCopiesTold } from '../../cloudfunctions/circulation/adapters/cloud-copy-standings';
import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { openSomeLibrary, type SomeLibrary } from '../support/some-library';
import { serving, told } from '../support/serving';

// A hold that waits while a copy stands free: staff fetch it, and check it in.
jest.setTimeout(120_000);
let library: SomeLibrary;
let number = 0;
let bookId = '';
beforeAll(async () => {
  library = await openSomeLibrary();
  await library.put('staff', { _id: 'o-desk', role: 'librarian' });
  await library.put('branches', { _id: 'west', name: '西馆', calendarId: 'library', order: 2 });
  const usual = { _id: 'usual', patronCategory: '*', itemCategory: '*', maxRenewals: 2 };
  await library.put('policies', { ...usual, allowHoldOnShelf: true });
});
afterAll(() => library.close());
beforeEach(async () => {
  number += 1;
  bookId = `book-${number}`;
  await library.database.collection('title_circulation').where({}).remove();
  for (const card of ['card-1', 'card-2', 'card-3']) {
    await library.patron(card);
    await library.account({ card });
  }
  await library.book(bookId, {
    [`${bookId}-a`]: { shelf: '三楼', callNumber: 'I247/1' },
    [`${bookId}-b`]: { branchId: 'west', shelf: '二楼', callNumber: 'I247/1' },
  });
});

const newKey = () => `request-${(number += 1)}`;
const desk = (action: string, input: object) => library.as('o-desk')(action, input);
const by = (card: string) => library.as(`o-${card}`);
const hold = async (card: string, branchId: string, change: object = {}): Promise<string> => {
  const reply = await by(card)('placeHold', { bookId, branchId, requestKey: newKey(), ...change });
  expect(told(reply)).toBe('ok');
  return (reply.value as { holdId: string }).holdId;
};
const picked = async (branchId: string) => {
  const reply = await desk('pickList', { branchId });
  const { copies } = reply.value as { copies: readonly { barcode: string; maskedCard: string }[] };
  return copies.map(({ barcode, maskedCard }) => `${barcode.slice(-1)} ${maskedCard}`);
};
const searcher = () => {
  const { database, now } = library;
  return serving(catalog, catalogHandlers(database, now), { database, now }).as('o-card-2');
};
const statusesOnPage = async () => {
  const { copies } = (await searcher()('book', { bookId })).value as {
    copies: readonly { status: string }[];
  };
  return copies.map(({ status }) => status);
};
const availableFound = async (query: string, facets: object) => {
  const { value } = await searcher()('search', { query, facets });
  return (value as { results: readonly { available: number }[] }).results.map((card) => card.available);
};
/** What the sweep does with what was asked for. */
const followRequests = async () => {
  const { database, now } = library;
  const requests = cloudReindexRequests(database, now);
  const { bookIds } = await requests.read(100);
  const needs = {
    catalogue: cloudCatalogue(database, cloudCopiesTold(database, now)),
    indexedWorks: cloudIndexedWorks(database),
    faults: cloudFaults(database, now),
    script: chineseScript,
  };
  await renewBooks(needs, bookIds);
  await requests.remove(bookIds);
};
const lists = async () => ({ main: await picked('main'), west: await picked('west') });

test('says what to fetch, from where and for whom, in three queries; checked in it goes to the pickup shelf', async () => {
  await hold('card-1', 'main');
  const before = library.requests.length;
  expect(await desk('pickList', { branchId: 'main' })).toMatchObject({
    value: {
      copies: [
        {
          barcode: `${bookId}-a`,
          bookId,
          title: '边城',
          callNumber: 'I247/1',
          shelf: '三楼',
          maskedCard: '••••d-1',
          pickupBranchId: 'main',
        },
      ],
    },
  });
  expect(library.requests.length - before).toBeLessThanOrEqual(4);
  const fetched = { barcode: `${bookId}-a`, branchId: 'main', requestKey: newKey() };
  expect(await desk('checkIn', fetched)).toMatchObject({
    value: { destination: { to: 'pickup-shelf', maskedCard: '••••d-1' } },
  });
  expect(await lists()).toEqual({ main: [], west: [] });
});

test('a copy of the branch where it is picked up goes first, and no copy is fetched for two', async () => {
  await hold('card-1', 'west');
  expect(await lists()).toEqual({ main: [], west: ['b ••••d-1'] });
  await hold('card-2', 'west');
  expect(await lists()).toEqual({ main: ['a ••••d-2'], west: ['b ••••d-1'] });
  await hold('card-3', 'main');
  expect(await lists()).toEqual({ main: ['a ••••d-2'], west: ['b ••••d-1'] });
});

test('a copy that another hold is for is left to it where a sister does', async () => {
  await hold('card-1', 'main');
  await hold('card-2', 'main', { barcode: `${bookId}-a` });
  expect(await lists()).toEqual({ main: ['a ••••d-2'], west: ['b ••••d-1'] });
});

test('a hold that rests is fetched for when it wakes, by its day or by its reader; one that is given up no more', async () => {
  const holdId = await hold('card-1', 'main');
  const rest = (until: string | null) => by('card-1')('suspendHold', { holdId, until, requestKey: newKey() });
  await rest('2026-04-01');
  expect(await lists()).toEqual({ main: [], west: [] });
  library.setClock('2026-04-01T04:00:00Z');
  expect(await lists()).toEqual({ main: ['a ••••d-1'], west: [] });
  library.setClock('2026-03-20T04:00:00Z');
  await rest(null);
  expect(await lists()).toEqual({ main: ['a ••••d-1'], west: [] });
  await by('card-1')('cancelHold', { holdId, requestKey: newKey() });
  expect(await lists()).toEqual({ main: [], west: [] });
});

test.each([
  ['lent', { status: 'on-loan' }],
  ['missing', { status: 'missing' }],
  ['for use in the library only', { status: 'reference' }],
])('a copy that is %s is not fetched', async (_, change) => {
  await hold('card-1', 'main');
  await library.book(bookId, { [`${bookId}-a`]: change, [`${bookId}-b`]: change });
  expect(await lists()).toEqual({ main: [], west: [] });
});

test('the page of the book shows it as kept, and nobody else is lent it', async () => {
  await library.database.collection('copies').doc(`${bookId}-b`).remove();
  expect(await statusesOnPage()).toEqual(['available']);
  await hold('card-1', 'main');
  expect(await statusesOnPage()).toEqual(['on-hold-shelf']);
  const lending = { card: 'card-2', barcode: `${bookId}-a`, requestKey: newKey() };
  expect(await desk('checkOut', lending)).toMatchObject({ reasons: [{ code: 'reserved', waiting: 1 }] });
});

test('a search counts it no more as available, until the hold rests or ends', async () => {
  const title = `城市之${number}`;
  await library.put('books', { _id: bookId, title, authors: [], isbns: [], subjects: [] });
  await library.put('reindex_requests', { _id: bookId, requestedAt: library.now() });
  const found = async () => {
    await followRequests();
    const atMain = { availableNow: true, branchId: 'main' };
    return [await availableFound(title, {}), await availableFound(title, atMain)];
  };
  expect(await found()).toEqual([[2], [2]]);
  const holdId = await hold('card-1', 'main');
  expect(await found()).toEqual([[1], []]);
  await by('card-1')('suspendHold', { holdId, until: '2026-04-01', requestKey: newKey() });
  expect(await found()).toEqual([[2], [2]]);
  await by('card-1')('suspendHold', { holdId, until: null, requestKey: newKey() });
  expect(await found()).toEqual([[1], []]);
  await by('card-1')('cancelHold', { holdId, requestKey: newKey() });
  expect(await found()).toEqual([[2], [2]]);
});
