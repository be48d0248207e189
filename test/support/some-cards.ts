import { membership } from '../../cloudfunctions/membership/contract';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import { openMemoryDatabase, type MemoryDatabase } from './memory-database';
import { serving, type Ask } from './serving';

type Document = { readonly _id: string } & Readonly<Record<string, unknown>>;
type Change = Readonly<Record<string, unknown>>;

/** The PIN of every card, and what hashes it here: as the library does, in less time. */
export const pin = '482913';
export const pins = scryptPins(2);

/**
 * Cards that are bound and unbound, for all cases of a file; the handlers of the deployed function, through the real
 * SDK. `memory` and `as` are there from the first case on; `clock` is the instant, in milliseconds.
 */
export const someCards = () => {
  const at = { clock: Date.parse('2026-11-22T04:00:00Z') } as {
    clock: number;
    memory: MemoryDatabase;
    as: (openid: string) => Ask;
  };
  const now = () => new Date(at.clock);
  beforeAll(async () => {
    at.memory = await openMemoryDatabase();
    const { database } = at.memory;
    at.as = serving(membership, membershipHandlers(database, now, pins), { database, now }).as;
  });
  afterAll(() => at.memory.close());
  const collectionOf = (collection: string) => at.memory.database.collection(collection);
  const all = async (collection: string): Promise<readonly Document[]> =>
    ((await collectionOf(collection).limit(1000).get()) as { data: Document[] }).data;
  let number = 0;
  let key = 0;
  const newKey = () => `request-${(key += 1)}`;
  const details = (card: string, change: object = {}) => ({
    cardNumber: card,
    name: '林知夏',
    pin,
    requestKey: newKey(),
    ...change,
  });
  const bind = (openid: string, card: string, change: object = {}) =>
    at.as(openid)('bindCard', details(card, change));
  return Object.assign(at, {
    now,
    all,
    one: async (collection: string, id: string) =>
      ((await collectionOf(collection).doc(id).get()) as { data: Document | null }).data,
    newKey,
    /** A WeChat that has to do with the card that was made last. */
    openidOf: (name: string) => `o-${name}-${number}`,
    /** A new patron with a hashed PIN, or with what is told. */
    patron: async (change: Change = {}, prefix = '2021'): Promise<string> => {
      number += 1;
      const card = `${prefix}${String(number).padStart(6, '0')}`;
      const document = { _id: card, name: '林知夏', category: 'undergraduate', ...change };
      await collectionOf('patrons').add({ data: document });
      if (change['initialPin'] === undefined) {
        const secret = { _id: card, ...(await pins.hash(pin)), mustChange: false };
        await collectionOf('card_secrets').add({ data: secret });
      }
      return card;
    },
    details,
    bind,
    guess: (openid: string, card: string) => bind(openid, card, { pin: '000000' }),
    auditOf: async (requestKey: string) =>
      (await all('audit')).filter((line) => line['requestKey'] === requestKey),
  });
};
