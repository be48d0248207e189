import { tellOnce } from '../../cloudfunctions/kernel/wechat/cloud-messages';
import { cloudCardRecords } from '../../cloudfunctions/membership/adapters/cloud-card-records';
import { cloudClearCard, cloudLeaving } from '../../cloudfunctions/membership/adapters/cloud-leaving';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import { bindingActions } from '../../cloudfunctions/membership/contract/binding';
import { bindingHandlers } from '../../cloudfunctions/membership/function/binding-handlers';
import { finishUnbindings } from '../../cloudfunctions/membership/use-cases/card/finish-leaving';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';
import { serving, told, type Ask } from '../support/serving';

jest.setTimeout(120_000);
let memory: MemoryDatabase;
let as: (openid: string) => Ask;
let clock = Date.parse('2026-11-22T04:00:00Z');
const now = () => new Date(clock);
const pins = scryptPins(2);

beforeAll(async () => {
  memory = await openMemoryDatabase(undefined, now);
  const { database } = memory;
  ({ as } = serving(bindingActions, bindingHandlers(database, now, pins), { database, now }));
});
afterAll(() => memory.close());

const put = async (collection: string, _id: string, data: object): Promise<void> => {
  await memory.database.collection(collection).doc(_id).set({ data });
};
const found = async (collection: string, where: object) =>
  ((await memory.database.collection(collection).where(where).get()) as { data: object[] }).data;

let number = 0;
/** A card that a WeChat has bound, with a message, a link each way and an offer. */
const boundCard = async () => {
  number += 1;
  const [card, openid] = [`2021${String(number).padStart(6, '0')}`, `o-${number}`];
  const pseudonym = `p-${card}`;
  await put('patrons', card, { name: '林知夏', category: 'undergraduate' });
  await put('card_secrets', card, { ...(await pins.hash('482913')), mustChange: false });
  await put('card_bindings', card, { openid, pseudonym, version: 1, boundAt: now() });
  await put('wechat_accounts', openid, { card, doneRequests: [] });
  const link = { right: 'see', state: 'active', endsOn: '2027-06-30', since: now() };
  await put('family_links', `given-${card}`, { card, by: 'other', pseudonym, ...link });
  await put('family_links', `had-${card}`, { card: 'other', by: card, pseudonym: 'p-other', ...link });
  await put('family_invitations', `offer-${card}`, { card, until: clock });
  await tellOnce(memory.database, [
    {
      key: `m-${card}`,
      openid: null,
      card,
      kind: 'title-back',
      details: { bookId: 'b1', title: '边城' },
      at: now(),
    },
  ]);
  return { card, openid };
};
/** What is left of a card that nobody has. */
const leftOf = async (card: string, openid: string) => {
  const { command } = memory.database;
  const kept = await Promise.all([
    found('messages', { card, cancelledAt: null }),
    found('family_links', command.or([{ card }, { by: card }])),
    found('family_invitations', { card }),
    found('wechat_accounts', { _id: openid, leaving: command.gt('') }),
  ]);
  return kept.flat();
};
const unbind = (openid: string) => as(openid)('unbindCard', { requestKey: `unbind-${openid}` });
/** Unbinds, killed after so many requests to the database; then the time passes that an open transaction lasts. */
const killedAfter = async (calls: number, openid: string) => {
  memory.cutOffAfter(calls, 'request');
  const reply = await unbind(openid);
  memory.cutOffAfter(null);
  clock += 31_000;
  return told(reply);
};
const finish = () => {
  const { database } = memory;
  const withRecords = cloudCardRecords(database, now);
  const needs = { withRecords, clearCard: cloudClearCard(database, now), leaving: cloudLeaving(database) };
  return finishUnbindings(needs)();
};

test('an unbinding that is cut off anywhere is finished when it is asked for again: no message, no link is left, and the other sides are told once', async () => {
  for (let calls = 0, first = ''; first !== 'ok'; calls += 1) {
    const { card, openid } = await boundCard();
    first = await killedAfter(calls, openid);
    expect(told(await unbind(openid))).toBe('ok');
    expect(await leftOf(card, openid)).toEqual([]);
    const other = { whose: 'theirs', maskedName: '**夏', maskedCard: `••••${card.slice(-3)}` };
    const messages = await found('messages', { 'details.maskedCard': other.maskedCard });
    expect(messages).toMatchObject([
      { kind: 'family-ended', card: 'other', details: expect.objectContaining(other) as object },
      { kind: 'family-ended', card: 'other', details: { whose: 'mine' } },
    ]);
  }
});

test('one that nobody asks for again is finished by the job, once it was done at all', async () => {
  for (let calls = 0, first = ''; first !== 'ok'; calls += 1) {
    const { card, openid } = await boundCard();
    first = await killedAfter(calls, openid);
    await finish();
    const isBound = (await found('card_bindings', { _id: card })).length === 1;
    expect([isBound, (await leftOf(card, openid)).length]).toEqual(isBound ? [true, 4] : [false, 0]);
  }
});

test('a card that is bound again before that keeps what it has', async () => {
  const { card, openid } = await boundCard();
  for (let calls = 0; (await found('card_bindings', { _id: card })).length === 1; calls += 1)
    await killedAfter(calls, openid);
  expect(await leftOf(card, openid)).toHaveLength(5);
  const details = { cardNumber: card, name: '林知夏', pin: '482913', requestKey: 'request-again' };
  expect(told(await as('o-again')('bindCard', details))).toBe('ok');
  await finish();
  expect(await leftOf(card, openid)).toHaveLength(4);
});

test('another card bound meanwhile does not hide the one that is left', async () => {
  const { card, openid } = await boundCard();
  for (let calls = 0; (await found('card_bindings', { _id: card })).length === 1; calls += 1)
    await killedAfter(calls, openid);
  const next = await boundCard();
  expect(told(await unbind(next.openid))).toBe('ok');
  const details = { cardNumber: next.card, name: '林知夏', pin: '482913', requestKey: 'request-next' };
  expect(told(await as(openid)('bindCard', details))).toBe('ok');
  await finish();
  expect(await leftOf(card, openid)).toEqual([]);
});
