import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { bindingActions } from '../../cloudfunctions/membership/contract/binding';
import { bindingHandlers } from '../../cloudfunctions/membership/function/binding-handlers';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import {
  fillDesk,
  keptIn,
  membershipDesk,
  someKey,
  someone,
  type MembershipDesk,
} from '../support/membership-desk';
import { serving, told, type Ask } from '../support/serving';

let memory: MemoryDatabase;
let desk: MembershipDesk;
let kept: ReturnType<typeof keptIn>;
let as: (openid: string) => Ask;

beforeAll(async () => {
  memory = await openMemoryDatabase();
  kept = keptIn(memory);
  await fillDesk(memory);
  desk = membershipDesk(memory);
  const { database } = memory;
  const now = () => desk.now;
  ({ as } = serving(bindingActions, bindingHandlers(database, now, scryptPins(2)), { database, now }));
});
afterAll(() => memory.close());

/** A WeChat whose application was approved, and the card that was issued to it. */
const member = async (): Promise<{ readonly openid: string; readonly card: string }> => {
  const openid = someone();
  const { value } = await desk.decide(await desk.applied(openid), 'approve');
  return { openid, card: (value as { card: string }).card };
};
const unbind = async (openid: string): Promise<void> => {
  expect(told(await as(openid)('unbindCard', { requestKey: someKey() }))).toBe('ok');
};
const bindAgain = (openid: string, requestKey = someKey()) => as(openid)('bindOwnMembership', { requestKey });
const put = async (collection: string, _id: string, data: object): Promise<void> => {
  await memory.database.collection(collection).doc(_id).set({ data });
};
/** Another WeChat comes to have a card, as by a code of the desk. */
const takeOver = async (card: string): Promise<string> => {
  const openid = someone();
  await put('card_bindings', card, { openid, pseudonym: 'p-x', version: 7, boundAt: desk.now });
  await put('wechat_accounts', openid, { card, doneRequests: [] });
  return openid;
};
const holderOf = async (card: string) => (await kept.document('card_bindings', card))?.['openid'];

test('a member who unbound has the card again, once for each request, and it is noted', async () => {
  const { openid, card } = await member();
  await unbind(openid);
  const requestKey = someKey();
  const first = await bindAgain(openid, requestKey);
  expect(first).toMatchObject({ ok: true, value: { card: { name: '周敏', standing: 'active' } } });
  expect(await bindAgain(openid, requestKey)).toEqual(first);
  expect(await holderOf(card)).toBe(openid);
  expect(await kept.document('wechat_accounts', openid)).toMatchObject({ card });
  const { pseudonym } = (await kept.document('applicants', openid)) as { pseudonym: string };
  const noted = { patron: pseudonym, action: 'membership.bindOwnMembership' };
  expect(await kept.found('audit', noted)).toMatchObject([{ actor: { kind: 'patron' }, result: 'done' }]);
  expect((await as(openid)('session')).value).toMatchObject({ card: { name: '周敏' } });
});

test('whoever has the card bound already is told so, and nothing is written', async () => {
  const { openid, card } = await member();
  const before = await kept.document('card_bindings', card);
  expect(told(await bindAgain(openid))).toBe('ok');
  expect(await kept.document('card_bindings', card)).toEqual(before);
});

test.each([
  ['somebody who never applied', async () => someone(), 'no-membership'],
  [
    'an application that waits',
    async () => {
      const openid = someone();
      await desk.applied(openid);
      return openid;
    },
    'no-membership',
  ],
  [
    'a refused application',
    async () => {
      const openid = someone();
      await desk.decide(await desk.applied(openid), 'refuse');
      return openid;
    },
    'no-membership',
  ],
  [
    'a card that is gone',
    async () => {
      const { openid, card } = await member();
      await unbind(openid);
      await memory.database.collection('patrons').doc(card).remove();
      return openid;
    },
    'no-membership',
  ],
  [
    'a card that another WeChat has',
    async () => {
      const { openid, card } = await member();
      await unbind(openid);
      await takeOver(card);
      return openid;
    },
    'bound-elsewhere',
  ],
  [
    'a card that another WeChat took over and has unbound since',
    async () => {
      const { openid, card } = await member();
      await unbind(await takeOver(card));
      return openid;
    },
    'bound-elsewhere',
  ],
  [
    'a WeChat that has another card',
    async () => {
      const { openid } = await member();
      await unbind(openid);
      const other = `C-${openid}`;
      await put('patrons', other, { name: '周敏', category: 'neighbour' });
      await put('card_bindings', other, { openid, pseudonym: 'p-y', version: 1, boundAt: desk.now });
      await put('wechat_accounts', openid, { card: other, doneRequests: [] });
      return openid;
    },
    'other-card-bound',
  ],
] as const)('is refused to %s', async (_, prepare, code) => {
  const openid = await prepare();
  const bindings = await kept.found('card_bindings', {});
  expect(told(await bindAgain(openid))).toBe(code);
  expect(await kept.found('card_bindings', {})).toEqual(bindings);
});

test('a WeChat that unbound before its next term was approved binds the prolonged card', async () => {
  const { openid, card } = await member();
  desk.now = new Date('2027-11-01T04:00:00Z');
  const next = await desk.applied(openid);
  await unbind(openid);
  expect(told(await desk.decide(next, 'approve'))).toBe('ok');
  expect(await holderOf(card)).toBeUndefined();
  expect(told(await bindAgain(openid))).toBe('ok');
  expect(await holderOf(card)).toBe(openid);
});
