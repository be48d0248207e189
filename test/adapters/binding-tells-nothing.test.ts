import type { Pins } from '../../cloudfunctions/membership/ports/binding';
import { membership } from '../../cloudfunctions/membership/contract';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving } from '../support/serving';

// Whether there is such a card shows neither in the answer nor in the work. Source: identity and privacy, 8.
let memory: MemoryDatabase;
const pins = scryptPins(2);
const now = () => new Date('2026-11-22T04:00:00Z');

beforeAll(async () => {
  memory = await openMemoryDatabase();
  const { database } = memory;
  const patron = { name: '林知夏', category: 'undergraduate' };
  await database.collection('patrons').add({ data: { _id: '2021302417', ...patron } });
  const secret = { _id: '2021302417', ...(await pins.hash('482913')), mustChange: false };
  await database.collection('card_secrets').add({ data: secret });
  await database.collection('patrons').add({ data: { _id: '2021302418', ...patron, initialPin: '482913' } });
  await database.collection('patrons').add({ data: { _id: '2021302419', ...patron } });
});
afterAll(() => memory.close());
/** Whether anybody tried before shows, as it may: of an unknown card like of any other. */
beforeEach(async () => {
  await memory.database.collection('guess_counters').where({}).remove();
});

/** What one try costs: requests to the database, their bytes but for the ids of transactions, keys that are derived. */
const costOf = async (openid: string, details: object) => {
  const hashed: string[] = [];
  const counted: Pins = {
    hash: (pin) => pins.hash(pin),
    isRight: (pin, known) => {
      hashed.push('one');
      return pins.isRight(pin, known);
    },
  };
  const { database, requests } = memory;
  const { as, lines } = serving(membership, membershipHandlers(database, now, counted), { database, now });
  const before = requests.length;
  const reply = await as(openid)('bindCard', { name: '林知夏', pin: '000000', ...details });
  const sent = requests.slice(before).map(({ transactionId, ...request }) => ({
    ...request,
    isWithin: transactionId !== undefined,
  }));
  return {
    reply: JSON.stringify(reply),
    calls: sent.map(({ action, isWithin }) => `${action} ${isWithin}`).toSorted(),
    bytes: JSON.stringify(sent).length,
    hashed,
    lines: JSON.stringify(lines),
  };
};

test.each([
  ['a wrong PIN', 'o-two', { cardNumber: '2021302417', requestKey: 'request-2' }],
  [
    'a wrong name',
    'o-thr',
    { cardNumber: '2021302417', name: '林知秋', pin: '482913', requestKey: 'request-3' },
  ],
  ['a wrong PIN where staff typed one', 'o-fou', { cardNumber: '2021302418', requestKey: 'request-4' }],
  ['a card that has no PIN', 'o-fiv', { cardNumber: '2021302419', requestKey: 'request-5' }],
])('%s costs and answers what an unknown card does', async (_, openid, details) => {
  const unknown = await costOf(`o-1${openid.slice(3)}`, {
    cardNumber: '2021302499',
    requestKey: 'request-1',
  });
  expect(unknown.hashed).toEqual(['one']);
  expect(unknown.calls.length).toBeGreaterThan(5);
  expect(await costOf(openid, details)).toEqual(unknown);
});
