import { privacyActions } from '../../cloudfunctions/membership/contract/privacy';
import { privacyHandlers } from '../../cloudfunctions/membership/function/privacy-handlers';
import {
  fillDesk,
  keptIn,
  membershipDesk,
  someKey,
  someone,
  start,
  type MembershipDesk,
} from './membership-desk';
import { openMemoryDatabase, type MemoryDatabase } from './memory-database';
import { serving, type Ask } from './serving';

/**
 * Persons who ask what is kept of them, for all cases of a file: one database, and a desk of its own for each case.
 * `memory` and `kept` are there from the first case on, `desk` and `as` are those of the case.
 */
export const somePersons = () => {
  const at = {} as {
    memory: MemoryDatabase;
    kept: ReturnType<typeof keptIn>;
    desk: MembershipDesk;
    as: (openid: string) => Ask;
  };
  beforeAll(async () => {
    at.memory = await openMemoryDatabase();
    at.kept = keptIn(at.memory);
    await fillDesk(at.memory);
  });
  afterAll(() => at.memory.close());
  beforeEach(() => {
    const { database } = at.memory;
    const desk = membershipDesk(at.memory);
    const now = () => desk.now;
    at.desk = desk;
    at.as = serving(privacyActions, privacyHandlers(database, now, desk.files), { database, now }).as;
  });
  const add = (collection: string, data: object) => at.memory.database.collection(collection).add({ data });
  return Object.assign(at, {
    add,
    /** Somebody who has bound a card. */
    bound: async (
      category = 'undergraduate',
    ): Promise<{ openid: string; card: string; pseudonym: string }> => {
      const openid = someone();
      const [card, pseudonym] = [`C-${openid}`, `p-${openid}`];
      await add('patrons', { _id: card, name: '周敏', category, endsOn: '2027-06-30' });
      await add('card_bindings', { _id: card, openid, pseudonym, version: 1, boundAt: start });
      await add('wechat_accounts', { _id: openid, card, doneRequests: [] });
      await add('pseudonyms', { _id: card, pseudonym });
      return { openid, card, pseudonym };
    },
    consent: (openid: string, changes: object = {}) =>
      at.as(openid)('setConsent', {
        kind: 'recommendations',
        isGiven: true,
        version: 1,
        requestKey: someKey(),
        ...changes,
      }),
  });
};
