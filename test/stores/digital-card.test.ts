import { DigitalCard } from '../../miniprogram/stores/membership/digital-card';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const card = {
  card: '1033210417',
  name: '陈思远',
  category: 'undergraduate',
  categoryName: '本科生',
  endsOn: '2027-06-30',
  standing: 'active',
};
const withCode = (text: string) => ({ ...card, code: { text, endsAt: 0 } });

function openCard(storage = fakeStorage()) {
  const { call, calls } = fakeCall();
  const clock = { now: 1_000, tick: (): void => {} };
  const everySecond = (tick: () => void) => {
    clock.tick = tick;
    return () => (clock.tick = () => {});
  };
  const seen = new SeenReplies(storage, () => clock.now);
  const shown = new DigitalCard({ call, seen, now: () => clock.now, everySecond });
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      clock.now += 1_000;
      clock.tick();
    }
  };
  void shown.open();
  return { shown, calls, pass, storage };
}

test('a code is renewed before it is over, and the old one stays meanwhile', async () => {
  const { shown, calls, pass } = openCard();
  await calls[0]?.answer(withCode('first'));
  expect([shown.code, shown.codeStatus]).toEqual(['first', 'shown']);
  pass(44);
  expect(calls).toHaveLength(1);
  pass(1);
  expect(calls).toHaveLength(2);
  expect(shown.code).toBe('first');
  await calls[1]?.answer(withCode('second'));
  expect(shown.code).toBe('second');
});

test('a code that could not be renewed is gone after 60 s, and the card stays', async () => {
  const { shown, calls, pass } = openCard();
  await calls[0]?.answer(withCode('first'));
  pass(45);
  await calls[1]?.refuse('unavailable');
  expect(shown.codeStatus).toBe('shown');
  pass(15);
  expect([shown.codeStatus, shown.status, shown.card?.card]).toEqual(['offline', 'content', card.card]);
});

test('without a network it tries again now and then, not every second', async () => {
  const { calls, pass } = openCard();
  await calls[0]?.refuse('unavailable');
  pass(4);
  expect(calls).toHaveLength(1);
  pass(1);
  expect(calls).toHaveLength(2);
});

test('the card is kept for the next visit, the code never', async () => {
  const { calls, storage } = openCard();
  await calls[0]?.answer(withCode('secret code'));
  expect(JSON.stringify(storage.read('seen/digital-card'))).toContain(card.card);
  expect(JSON.stringify(storage.read('seen/digital-card'))).not.toContain('secret code');
  const next = openCard(storage);
  await next.calls[0]?.refuse('unavailable');
  expect(next.shown).toMatchObject({ status: 'content', isOutOfDate: true, codeStatus: 'offline' });
});

test('where the library signs no codes none is asked for every minute', async () => {
  const { shown, calls, pass } = openCard();
  await calls[0]?.answer({ ...card, code: null });
  expect(shown.codeStatus).toBe('none');
  pass(120);
  expect(calls).toHaveLength(1);
});

test('a page that leaves the screen takes its code along, and what comes late belongs to nobody', async () => {
  const { shown, calls, pass } = openCard();
  await calls[0]?.answer(withCode('first'));
  pass(45);
  shown.close();
  await calls[1]?.answer(withCode('late'));
  expect(shown.code).toBeNull();
  pass(100);
  expect(calls).toHaveLength(2);
});
