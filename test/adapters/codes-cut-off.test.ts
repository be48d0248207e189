import { staffIdOf } from '../../cloudfunctions/membership/adapters/code-seals';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { membership } from '../../cloudfunctions/membership/contract';
import { membershipHandlers } from '../../cloudfunctions/membership/function/handlers';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving, told, type Ask, type SomeReply } from '../support/serving';

jest.setTimeout(600_000);
let memory: MemoryDatabase;
let as: (openid: string) => Ask;
let clock = Date.parse('2026-11-22T04:00:00Z');
const now = () => new Date(clock);

beforeAll(async () => {
  memory = await openMemoryDatabase(undefined, now);
  const { database } = memory;
  ({ as } = serving(membership, membershipHandlers(database, now, scryptPins(2)), { database, now }));
  await put('staff', 'o-lib', { role: 'librarian' });
  await put('staff', 'o-admin', { role: 'admin' });
});
afterAll(() => memory.close());

const put = async (collection: string, _id: string, data: object): Promise<void> => {
  await memory.database.collection(collection).doc(_id).set({ data });
};
const count = async (collection: string, where: object): Promise<number> =>
  ((await memory.database.collection(collection).where(where).count()) as { total: number }).total;
const valueOf = async (reply: Promise<SomeReply>) => (await reply).value as Record<string, string>;

let number = 0;
const fresh = () => {
  number += 1;
  return { card: `2021${String(number).padStart(6, '0')}`, requestKey: `request-${number}` };
};
/** A patron who has the card bound. */
const bound = async () => {
  const { card } = fresh();
  const openid = `o-${card}`;
  await put('patrons', card, { name: '林知夏', category: 'undergraduate' });
  await put('card_bindings', card, { openid, pseudonym: `p-${card}`, version: 1, boundAt: now() });
  await put('wechat_accounts', openid, { card, doneRequests: [] });
  return { card, openid };
};
const key = () => fresh().requestKey;
const terms = () => ({ whose: 'mine', right: 'see', endsOn: '2027-06-30', requestKey: key() });

/** A request, and what must hold once it was granted: pairs of what there is and what there should be. */
type Case = {
  readonly requestKey: string;
  readonly ask: () => Promise<SomeReply>;
  readonly holds: () => Promise<readonly (readonly [number, number])[]>;
};

const issuing = async (): Promise<Case> => {
  const { card } = await bound();
  const requestKey = key();
  return {
    requestKey,
    ask: () => as('o-lib')('issueDeskCode', { card, reason: '忘了', requestKey }),
    holds: async () => [[await count('desk_codes', { card }), 1]],
  };
};
const bindingByCode = async (): Promise<Case> => {
  const { card } = await bound();
  const issued = { card, reason: '忘了', requestKey: key() };
  const { code } = await valueOf(as('o-lib')('issueDeskCode', issued));
  const [requestKey, openid] = [key(), `o-new-${card}`];
  return {
    requestKey,
    ask: () => as(openid)('bindByDeskCode', { code, requestKey }),
    holds: async () => [
      [await count('card_bindings', { _id: card, openid, version: 2 }), 1],
      [await count('desk_codes', { card, isUsed: true }), 1],
    ],
  };
};
const inviting = async (): Promise<Case> => {
  const requestKey = key();
  const before = await count('staff_codes', {});
  return {
    requestKey,
    ask: () => as('o-admin')('inviteStaff', { role: 'librarian', requestKey }),
    holds: async () => [[await count('staff_codes', {}), before + 1]],
  };
};
const becoming = async (): Promise<Case> => {
  const requestKey = key();
  const [code, openid] = [`first-admin-${requestKey}`, `o-staff-${requestKey}`];
  await put('staff_codes', code, { role: 'librarian' });
  return {
    requestKey,
    ask: () => as(openid)('becomeStaff', { code, name: '周', requestKey }),
    holds: async () => [
      [await count('staff', { _id: openid, role: 'librarian' }), 1],
      [await count('staff_codes', { _id: code }), 0],
    ],
  };
};
const removing = async (): Promise<Case> => {
  const requestKey = key();
  const openid = `o-gone-${requestKey}`;
  await put('staff', openid, { role: 'admin' });
  return {
    requestKey,
    ask: () => as('o-admin')('removeStaff', { staffId: staffIdOf(openid), reason: '离职', requestKey }),
    holds: async () => [
      [await count('staff', { _id: openid }), 0],
      [await count('staff', { role: 'admin' }), 1],
    ],
  };
};
const consenting = async (): Promise<Case> => {
  const [one, other] = [await bound(), await bound()];
  const { code } = await valueOf(as(one.openid)('inviteFamily', terms()));
  const requestKey = key();
  return {
    requestKey,
    ask: () => as(other.openid)('acceptFamily', { code, requestKey }),
    holds: async () => [
      [await count('family_links', { card: one.card, by: other.card }), 1],
      [await count('family_invitations', { card: one.card }), 0],
    ],
  };
};
const ending = async (): Promise<Case> => {
  const [one, other] = [await bound(), await bound()];
  const { code } = await valueOf(as(one.openid)('inviteFamily', terms()));
  const { linkId } = await valueOf(as(other.openid)('acceptFamily', { code, requestKey: key() }));
  const requestKey = key();
  return {
    requestKey,
    ask: () => as(one.openid)('endFamily', { linkId, requestKey }),
    holds: async () => [[await count('family_links', { card: one.card }), 0]],
  };
};
const offering = async (): Promise<Case> => {
  const { card, openid } = await bound();
  const offer = terms();
  return {
    requestKey: offer.requestKey,
    ask: () => as(openid)('inviteFamily', offer),
    holds: async () => [[await count('family_invitations', { card }), 1]],
  };
};

describe.each(['request', 'reply'] as const)(
  'cut off anywhere, with the last %s lost, and asked again',
  (lost) => {
    test.each([
      ['a desk code is made out', issuing],
      ['a card is bound by one', bindingByCode],
      ['somebody is invited', inviting],
      ['somebody becomes staff', becoming],
      ['a member is removed', removing],
      ['a family link is offered', offering],
      ['a family link is consented to', consenting],
      ['a family link is ended', ending],
    ])('%s once, with one audit line', async (_, prepare) => {
      for (let calls = 0, first = ''; first !== 'ok'; calls += 1) {
        const { requestKey, ask, holds } = await prepare();
        memory.cutOffAfter(calls, lost);
        first = told(await ask());
        memory.cutOffAfter(null);
        clock += 31_000;
        expect([calls, told(await ask())]).toEqual([calls, 'ok']);
        for (const [is, should] of await holds()) expect([calls, is]).toEqual([calls, should]);
        expect([calls, await count('audit', { requestKey, result: 'done' })]).toEqual([calls, 1]);
      }
    });
  },
);
