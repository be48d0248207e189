import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { bindingHandlers } from '../../cloudfunctions/membership/function/binding-handlers';
import { bindingActions } from '../../cloudfunctions/membership/contract/binding';
import { bindingFaults, readRecords, type Records } from '../support/bindings-in-order';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { heard, serving, told, type Ask } from '../support/serving';

jest.setTimeout(600_000);
let memory: MemoryDatabase;
let as: (openid: string) => Ask;
let clock = Date.parse('2026-11-22T04:00:00Z');
const now = () => new Date(clock);
const pins = scryptPins(2);

beforeEach(async () => {
  memory = await openMemoryDatabase(undefined, now);
  const { database } = memory;
  ({ as } = serving(bindingActions, bindingHandlers(database, now, pins), { database, now }));
});
afterEach(() => memory.close());

const card = (round: number): string => `2021${String(round).padStart(6, '0')}`;
const patron = async (_id: string): Promise<void> => {
  const document = { _id, name: '林知夏', category: 'undergraduate', initialPin: '915372' };
  await memory.database.collection('patrons').add({ data: document });
};
const details = (cardNumber: string, requestKey: string) => ({
  cardNumber,
  name: '林知夏',
  pin: '915372',
  newPin: '482913',
  requestKey,
});
const bound = { ...details('', ''), pin: '482913', newPin: undefined };
const faults = async () => bindingFaults(await readRecords(memory.database));
const linesOf = async (...requestKeys: string[]) => {
  const { audit } = await readRecords(memory.database);
  return audit.filter(({ requestKey }) => requestKeys.includes(String(requestKey)));
};

test('two WeChats that bind one card at once: one has it at the end, the other is told; fifty times', async () => {
  for (let round = 0; round < 50; round += 1) {
    const [one, other, cardNumber] = [`o-a${round}`, `o-b${round}`, card(round)];
    await patron(cardNumber);
    await memory.database
      .collection('patrons')
      .doc(cardNumber)
      .update({ data: { initialPin: '' } });
    await memory.database
      .collection('card_secrets')
      .doc(cardNumber)
      .set({ data: { ...(await pins.hash('482913')), mustChange: false } });
    const keys = [`request-${round}-a`, `request-${round}-b`] as const;
    const ask = (openid: string, requestKey: string) =>
      as(openid)('bindCard', { ...bound, cardNumber, requestKey });
    const codes = (await Promise.all([ask(one, keys[0]), ask(other, keys[1])])).map(told);
    expect(['ok', 'signed-out']).toEqual(expect.arrayContaining(codes));
    const sessions = await Promise.all([one, other].map((openid) => as(openid)('session')));
    const states = sessions.map(({ value }) => (value as { signedOut: string | null }).signedOut);
    expect(new Set(states)).toEqual(new Set([null, 'replaced']));
    expect(await linesOf(...keys)).toHaveLength(2);
    const { card_bindings: bindings } = await readRecords(memory.database);
    expect(bindings.filter(({ _id }) => _id === cardNumber)).toMatchObject([{ version: 2 }]);
  }
});

test('one WeChat that binds two cards at once gets one; the same request twice at once is done once', async () => {
  for (let round = 0; round < 50; round += 1) {
    const [first, second] = [card(2 * round), card(2 * round + 1)];
    await Promise.all([patron(first), patron(second)]);
    const ask = (cardNumber: string, key: string) => as(`o-${round}`)('bindCard', details(cardNumber, key));
    const keys = [`request-${round}-a`, `request-${round}-b`] as const;
    const replies = await Promise.all([ask(first, keys[0]), ask(first, keys[0]), ask(second, keys[1])]);
    const codes = new Set(replies.map(told));
    expect(codes).toEqual(new Set(['ok', 'other-card-bound']));
    const { card_bindings: bindings, audit } = await readRecords(memory.database);
    expect(bindings).toHaveLength(round + 1);
    expect(audit.filter(({ result }) => result === 'done')).toHaveLength(round + 1);
  }
  expect(await faults()).toEqual([]);
});

/** A call that is killed after so many requests to the database, and then the time that an open transaction lasts. */
const killed = async (requests: number, lost: 'request' | 'reply', call: () => Promise<unknown>) => {
  memory.cutOffAfter(requests, lost);
  await call();
  memory.cutOffAfter(null);
  clock += 31_000;
};

test.each(['request', 'reply'] as const)(
  'killed between any two writes, with the last %s lost, a binding is whole or not there; asked again it is done once',
  async (lost) => {
    let isWhole = false;
    let round = 0;
    for (; !isWhole; round += 1) {
      const [openid, cardNumber, key] = [`o-${round}`, card(round), `request-${round}`];
      await patron(cardNumber);
      await as(`o-before-${round}`)('bindCard', details(cardNumber, `${key}-before`));
      const asked = { ...bound, cardNumber, newPin: '371946', requestKey: key };
      const before = memory.requests.length;
      await killed(round, lost, () => as(openid)('bindCard', asked));
      isWhole = memory.requests.length - before <= round;
      expect(await faults()).toEqual([]);
      expect(told(await heard(() => as(openid)('bindCard', asked)))).toBe('ok');
      expect(await faults()).toEqual([]);
      expect(await linesOf(key)).toHaveLength(1);
      expect(await as(`o-before-${round}`)('session')).toMatchObject({ value: { signedOut: 'replaced' } });
    }
    expect(round).toBeGreaterThan(20);
  },
);

test.each(['request', 'reply'] as const)(
  'killed between any two writes, with the last %s lost, an unbinding is whole or not there; asked again it is done once',
  async (lost) => {
    let isWhole = false;
    let round = 0;
    for (; !isWhole; round += 1) {
      const [openid, cardNumber, requestKey] = [`o-${round}`, card(round), `request-${round}`];
      await patron(cardNumber);
      await as(openid)('bindCard', details(cardNumber, `${requestKey}-before`));
      const before = memory.requests.length;
      await killed(round, lost, () => as(openid)('unbindCard', { requestKey }));
      isWhole = memory.requests.length - before <= round;
      expect(await faults()).toEqual([]);
      expect(told(await heard(() => as(openid)('unbindCard', { requestKey })))).toBe('ok');
      expect(await linesOf(requestKey)).toHaveLength(1);
      expect(await as(openid)('session')).toMatchObject({ value: { card: null, signedOut: null } });
    }
    expect(round).toBeGreaterThan(6);
  },
);

describe('the checker notices', () => {
  const whole: Records = {
    patrons: [{ _id: 'c1' }],
    card_bindings: [{ _id: 'c1', openid: 'o1', pseudonym: 'p1' }],
    wechat_accounts: [{ _id: 'o1', card: 'c1' }],
    pseudonyms: [{ _id: 'c1', pseudonym: 'p1' }],
    card_secrets: [{ _id: 'c1', mustChange: false }],
    audit: [{ _id: 'a1', patron: 'p1', action: 'membership.bindCard', result: 'done' }],
  };

  test('nothing where all is in order', () => {
    expect(bindingFaults(whole)).toEqual([]);
  });

  test.each<[string, Partial<Records>, string]>([
    ['no account', { wechat_accounts: [] }, 'o1: does not know its card c1'],
    ['another account', { wechat_accounts: [{ _id: 'o1', card: 'c2' }] }, 'o1: does not know its card c1'],
    ['another pseudonym', { pseudonyms: [{ _id: 'c1', pseudonym: 'p2' }] }, 'c1: another pseudonym'],
    ['no audit line', { audit: [] }, 'c1: bound without an audit line'],
    ['an old PIN', { patrons: [{ _id: 'c1', initialPin: '1' }] }, 'c1: bound by a PIN that must be changed'],
    [
      'a PIN of staff',
      { card_secrets: [{ _id: 'c1', mustChange: true }] },
      'c1: bound by a PIN that must be changed',
    ],
    [
      'an account of neither kind',
      { wechat_accounts: [...whole.wechat_accounts, { _id: 'o2' }] },
      'o2: neither with a card nor without one',
    ],
    [
      'two cards of one WeChat',
      { card_bindings: [...whole.card_bindings, { _id: 'c2', openid: 'o1', pseudonym: 'p1' }] },
      'o1: has two cards',
    ],
  ])('%s', (_, change, fault) => {
    expect(bindingFaults({ ...whole, ...change })).toContain(fault);
  });
});

test('guesses at one card that overtake each other, each begun a little before the last: five are heard', async () => {
  const codes: string[] = [];
  for (let guess = 10; guess < 30; guess += 1) {
    clock -= 7;
    const wrong = { ...bound, cardNumber: card(1), pin: `9153${guess}`, requestKey: `guess-at-${guess}` };
    codes.push(told(await as(`o-${guess}`)('bindCard', wrong)));
  }
  expect(codes).toEqual([
    ...Array<string>(5).fill('wrong-details'),
    ...Array<string>(15).fill('too-many-tries'),
  ]);
});
