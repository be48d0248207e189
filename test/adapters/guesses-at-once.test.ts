import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { bindingActions } from '../../cloudfunctions/membership/contract/binding';
import { bindingHandlers } from '../../cloudfunctions/membership/function/binding-handlers';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving, told, type Ask } from '../support/serving';

jest.setTimeout(600_000);
let memory: MemoryDatabase;
let as: (openid: string) => Ask;
const clock = Date.parse('2026-11-22T04:00:00Z');
const now = () => new Date(clock);

beforeAll(async () => {
  memory = await openMemoryDatabase(undefined, now);
  const { database } = memory;
  ({ as } = serving(bindingActions, bindingHandlers(database, now, scryptPins(2)), { database, now }));
});
afterAll(() => memory.close());

const guess = async (openid: string, cardNumber: string): Promise<string> => {
  const details = { cardNumber, name: '林知夏', pin: '000000', requestKey: `guess-${openid}` };
  return told(await as(openid)('bindCard', details));
};
const counter = async (id: string) =>
  ((await memory.database.collection('guess_counters').doc(id).get()) as { data: object | null }).data;
const times = (codes: readonly string[], code: string) => codes.filter((one) => one === code).length;

test('eighty guesses at one card at the same moment are five, and none of the others asks often', async () => {
  const before = memory.requests.length;
  const openids = Array.from({ length: 80 }, (_, at) => `o-crowd-${at}`);
  const codes = await Promise.all(openids.map((openid) => guess(openid, '1999000001')));
  expect(times(codes, 'wrong-details')).toBe(5);
  expect(times(codes, 'too-many-tries')).toBe(75);
  // Each looks, counts, takes back, and goes on with the counter of the card for as long as somebody is faster.
  expect(memory.requests.length - before).toBeLessThan(80 * 22);
  expect(await counter('card:1999000001')).toMatchObject({ tries: 5 });
  const own = await Promise.all(openids.map((openid) => counter(`openid:${openid}`)));
  const counted = own.map((kept) => (kept as { readonly tries: number } | null)?.tries ?? 0);
  expect(counted.filter((tries) => tries === 1)).toHaveLength(5);
  expect(counted.filter((tries) => tries === 0)).toHaveLength(75);
});

test('guesses of one WeChat at many cards at the same moment are five; the cards are not counted for the others', async () => {
  const cards = Array.from({ length: 20 }, (_, at) => `1998${String(at).padStart(6, '0')}`);
  const details = { name: '林知夏', pin: '000000' };
  const replies = await Promise.all(
    cards.map((cardNumber) =>
      as('o-many')('bindCard', { ...details, cardNumber, requestKey: `many-${cardNumber}` }),
    ),
  );
  expect(times(replies.map(told), 'wrong-details')).toBe(5);
  expect(times(replies.map(told), 'too-many-tries')).toBe(15);
  const kept = await Promise.all(cards.map((card) => counter(`card:${card}`)));
  expect(kept.filter((one) => one !== null)).toHaveLength(5);
});

test('the card waits as before, and a try that waits is counted nowhere', async () => {
  expect(
    await as('o-late')('bindCard', {
      cardNumber: '1999000001',
      name: '林知夏',
      pin: '000000',
      requestKey: 'guess-late-1',
    }),
  ).toMatchObject({ reasons: [{ code: 'too-many-tries', until: clock + 60_000 }] });
  expect(await counter('openid:o-late')).toBeNull();
});
