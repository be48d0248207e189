import { loadForCard, loadWithSession } from '../../miniprogram/stores/card-state';
import { MessagesStore } from '../../miniprogram/stores/circulation/messages-store';
import { patronCall } from '../../miniprogram/stores/patron-call';
import { RemoteValue } from '../../miniprogram/stores/remote-value';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { Session } from '../../miniprogram/stores/session';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const card = { maskedCard: '10****0417', name: '陈知远', boundOn: '2026-05-20' };
const bound = { card, signedOut: null, role: null };
const loans = { loans: [{ loanId: 'l1' }] };

function open(storage = fakeStorage()) {
  const { call, calls } = fakeCall();
  const mine = new SeenReplies(storage, () => 1_000, 60, 'mine');
  const session = new Session({ call, mine, storage });
  const sources = { call: patronCall(call, session), seen: mine };
  const list = new RemoteValue(sources, { name: 'circulation.loans', input: {}, key: 'loans' });
  return { session, list, calls, storage };
}

const asked = ({ calls }: ReturnType<typeof open>) => calls.map(({ name }) => name);

/** The same phone at its next start. */
async function openAgain() {
  const first = open();
  void loadForCard(first.session, first.list);
  await first.calls[0]?.answer(bound);
  await first.calls[1]?.answer(loans);
  return open(first.storage);
}

test('on a phone that knows of no card its loans wait for who it is', async () => {
  const first = open();
  void loadForCard(first.session, first.list);
  expect(asked(first)).toEqual(['membership.session']);
  await first.calls[0]?.answer({ ...bound, card: null });
  expect(asked(first)).toEqual(['membership.session']);
});

test('the next time what was seen last is shown at once, and both are asked at the same time', async () => {
  const again = await openAgain();
  void loadForCard(again.session, again.list);
  expect([again.session.status, again.list.value]).toEqual(['bound', loans]);
  expect(asked(again)).toEqual(['membership.session', 'circulation.loans']);
});

test('without a network it stands there, marked as old', async () => {
  const again = await openAgain();
  void loadForCard(again.session, again.list);
  await again.calls[0]?.refuse('unavailable');
  await again.calls[1]?.refuse('unavailable');
  expect([again.session.status, again.list.value, again.list.isOutOfDate]).toEqual(['bound', loans, true]);
});

test('where the card turns out to be another, its loans are asked for anew', async () => {
  const again = await openAgain();
  void loadWithSession(again.session, again.list);
  await again.calls[0]?.answer({ ...bound, card: { ...card, name: '林晓' } });
  await again.calls[1]?.answer(loans);
  expect(asked(again)).toEqual(['membership.session', 'circulation.loans', 'circulation.loans']);
  await again.calls[2]?.answer({ loans: [] });
  expect(again.list.value).toEqual({ loans: [] });
});

test('a bound card that is known asks again who it is only where a tab wants to know', async () => {
  const again = await openAgain();
  void loadForCard(again.session, again.list);
  await again.calls[0]?.answer(bound);
  await again.calls[1]?.answer(loans);
  void loadForCard(again.session, again.list);
  expect(asked(again).slice(2)).toEqual(['circulation.loans']);
  void loadWithSession(again.session, again.list);
  expect(asked(again).slice(3)).toEqual(['membership.session', 'circulation.loans']);
});

test('messages are not asked for a second time while they are on their way', async () => {
  const { call, calls } = fakeCall();
  const seen = new SeenReplies(fakeStorage(), () => 1_000);
  const messages = new MessagesStore({ call, seen, keys: new RequestKeys(() => 'key') });
  void messages.refresh();
  void messages.refresh();
  expect(calls).toHaveLength(1);
  await calls[0]?.answer({ messages: [], unread: 0 });
  void messages.refresh();
  expect(calls).toHaveLength(2);
});
