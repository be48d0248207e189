import { inspect } from 'node:util';
import { Binding } from '../../miniprogram/stores/membership/binding';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { Session } from '../../miniprogram/stores/session';
import { Unbinding } from '../../miniprogram/stores/membership/unbinding';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const card = {
  maskedCard: '10****0417',
  name: '陈知远',
  category: 'undergraduate',
  categoryName: '本科生',
  endsOn: null,
  standing: 'active',
  boundOn: '2026-05-30',
};

function open() {
  const { call, calls } = fakeCall();
  const storage = fakeStorage();
  const clock = { now: 1_000, tick: () => {} };
  let made = 0;
  const session = new Session({ call, storage, mine: new SeenReplies(storage, () => clock.now, 60, 'mine') });
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const everySecond = (tick: () => void) => {
    clock.tick = tick;
    return () => {
      clock.tick = () => {};
    };
  };
  const binding = new Binding({
    call,
    session,
    newRequestKey: () => `key-${(made += 1)}`,
    now: () => clock.now,
    everySecond,
  });
  binding.open();
  return { binding, session, calls, clock, storage, unbinding: new Unbinding({ call, keys, session }) };
}

function filled() {
  const all = open();
  all.binding.type('cardNumber', ' 1033210417 ');
  all.binding.type('name', '陈知远');
  all.binding.type('pin', 'secret-pin');
  all.binding.consent(true);
  return all;
}

test.each([
  ['the card number first', {}, 'cardNumber'],
  ['a card number that is more than a space', { cardNumber: '　' }, 'cardNumber'],
  ['then the name', { cardNumber: '1033210417' }, 'name'],
  ['then the PIN', { cardNumber: '1033210417', name: '陈' }, 'pin'],
  ['then consent', { cardNumber: '1033210417', name: '陈', pin: '1' }, 'consent'],
] as const)('nothing is sent before it is complete: %s', (_, typed, fault) => {
  const { binding, calls } = open();
  for (const [field, text] of Object.entries(typed)) binding.type(field as 'name', text);
  void binding.bind();
  expect([binding.fault, calls.length]).toEqual([fault, 0]);
});

test.each(['２０２３０００１', '2023 0001', '2023\u200B0001', 'kz-2023/01', '卡号'])(
  'what a card number may be, the library says: %j is sent, and its answer is shown',
  async (cardNumber) => {
    const { binding, calls } = filled();
    binding.type('cardNumber', cardNumber);
    void binding.bind();
    expect([binding.fault, calls[0]?.input['cardNumber']]).toEqual([null, cardNumber]);
    await calls[0]?.refuse('invalid-request');
    expect(binding.failure).toBe('invalid-request');
  },
);

test('a bound card is the session’s at once, and no PIN is left', async () => {
  const { binding, session, calls, storage } = filled();
  const done = binding.bind();
  expect(calls[0]?.input).toMatchObject({ cardNumber: '1033210417', name: '陈知远', pin: 'secret-pin' });
  await calls[0]?.answer({ card });
  expect((await done)?.maskedCard).toBe('10****0417');
  expect([session.status, binding.pin]).toEqual(['bound', '']);
  expect([...storage.entries.values()].join()).not.toContain('secret-pin');
});

test('wrong details keep what was typed but the PIN', async () => {
  const { binding, calls } = filled();
  void binding.bind();
  await calls[0]?.refuse('wrong-details');
  expect([binding.failure, binding.cardNumber.trim(), binding.name, binding.pin]).toEqual([
    'wrong-details',
    '1033210417',
    '陈知远',
    '',
  ]);
});

test('without an answer everything stays, and the next try is the same request', async () => {
  const { binding, calls } = filled();
  void binding.bind();
  await calls[0]?.refuse('unavailable');
  expect(binding.pin).toBe('secret-pin');
  void binding.bind();
  expect(calls[1]?.input).toEqual(calls[0]?.input);
});

test('a wait counts down, lets nothing through, and ends by itself', async () => {
  const { binding, calls, clock } = filled();
  void binding.bind();
  await calls[0]?.refuseWith({ code: 'too-many-tries', until: 61_000 });
  expect([binding.waitMs, binding.failure]).toEqual([60_000, 'too-many-tries']);
  binding.type('pin', 'again');
  void binding.bind();
  expect(calls).toHaveLength(1);
  clock.now = 60_000;
  clock.tick();
  expect(binding.waitMs).toBe(1_000);
  clock.now = 61_000;
  clock.tick();
  expect([binding.waitMs, binding.failure]).toEqual([0, null]);
  void binding.bind();
  expect(calls).toHaveLength(2);
});

test('a PIN that the card came with is changed: typed twice alike, sent with the old one', async () => {
  const { binding, calls } = filled();
  void binding.bind();
  await calls[0]?.refuse('default-pin');
  expect([binding.step, binding.failure]).toEqual(['new-pin', null]);
  binding.type('newPin', 'better-pin');
  binding.type('newPinAgain', 'bitter-pin');
  void binding.bind();
  expect([binding.fault, calls.length]).toEqual(['not-the-same', 1]);
  binding.type('newPinAgain', 'better-pin');
  void binding.bind();
  expect(calls[1]?.input).toMatchObject({ pin: 'secret-pin', newPin: 'better-pin' });
  await calls[1]?.refuse('weak-pin');
  expect([binding.step, binding.failure, binding.newPin, binding.pin]).toEqual([
    'new-pin',
    'weak-pin',
    '',
    'secret-pin',
  ]);
});

test('what was refused before is not shown beside what is to be mended now, but a wait is', async () => {
  const { binding, calls } = filled();
  void binding.bind();
  await calls[0]?.refuse('default-pin');
  binding.type('newPin', '050301');
  binding.type('newPinAgain', '050301');
  void binding.bind();
  await calls[1]?.refuse('weak-pin');
  binding.type('newPin', 'better-pin');
  binding.type('newPinAgain', 'bitter-pin');
  void binding.bind();
  expect([binding.fault, binding.failure]).toEqual(['not-the-same', null]);
  binding.type('newPinAgain', 'better-pin');
  void binding.bind();
  await calls[2]?.refuseWith({ code: 'too-many-tries', until: 61_000 });
  void binding.bind();
  expect([binding.fault, binding.failure]).toEqual(['pin', 'too-many-tries']);
});

test('what is typed anew after no answer is another request', async () => {
  const { binding, calls } = filled();
  void binding.bind();
  await calls[0]?.refuse('unavailable');
  binding.type('pin', 'other-pin');
  void binding.bind();
  expect(calls[1]?.input['requestKey']).not.toBe(calls[0]?.input['requestKey']);
});

test('closing the page forgets every PIN, answered or not, and stops the clock', async () => {
  const { binding, calls, clock } = filled();
  const { tick } = clock;
  void binding.bind();
  await calls[0]?.refuse('default-pin');
  binding.type('newPin', 'better-pin');
  binding.type('newPinAgain', 'better-pin');
  void binding.bind();
  await calls[1]?.refuse('unavailable');
  const held = (): string => inspect(binding, { depth: 12, showHidden: true, maxStringLength: null });
  expect(held()).toMatch(/secret-pin[^]*better-pin/);
  binding.close();
  expect(held()).not.toMatch(/secret-pin|better-pin/);
  expect(clock.tick === tick).toBe(false);
});

test.each([
  ['done', undefined, true, 'unbound'],
  ['nothing was bound any more', 'not-bound', true, 'bound'],
  ['no answer', 'unavailable', false, 'bound'],
])('unbinding: %s', async (_, refusal, isGone, status) => {
  const { unbinding, session, calls } = open();
  session.cardBound({ ...card, standing: 'active' });
  const done = unbinding.unbind();
  await (refusal === undefined ? calls[0]?.answer({}) : calls[0]?.refuse(refusal));
  expect([await done, session.status]).toEqual([isGone, status]);
});
