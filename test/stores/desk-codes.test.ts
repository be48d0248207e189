import { CodeBinding } from '../../miniprogram/stores/membership/code-binding';
import { DeskCodeIssue } from '../../miniprogram/stores/staff/desk-code-issue';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { Session } from '../../miniprogram/stores/session';
import { codeInFours, leftLabel } from '../../miniprogram/format/short-code';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

const card = {
  maskedCard: '20****01',
  name: '林晓',
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
  const sources = { call, keys, session, now: () => clock.now, everySecond };
  return { calls, clock, session, binding: new CodeBinding(sources), issue: new DeskCodeIssue(sources) };
}

test('nothing is sent without a code, nor without consent', () => {
  const { binding, calls } = open();
  void binding.bind();
  expect(binding.fault).toBe('code');
  binding.type('ABCD EFGH');
  void binding.bind();
  expect([binding.fault, calls.length]).toEqual(['consent', 0]);
});

test('a card bound by a code is the session’s at once, and the code is gone', async () => {
  const { binding, calls, session } = open();
  binding.type(' ABCD EFGH ');
  binding.toggleConsent();
  const done = binding.bind();
  expect(calls[0]).toMatchObject({ name: 'membership.bindByDeskCode', input: { code: 'ABCDEFGH' } });
  await calls[0]?.answer({ card });
  expect((await done)?.maskedCard).toBe('20****01');
  expect([session.status, binding.code]).toEqual(['bound', '']);
});

test('a code that got no answer and is typed again in another way is the same request', async () => {
  const { binding, calls } = open();
  binding.toggleConsent();
  for (const text of ['ABCD EFGH', 'abcdefgh', 'ABCD－efgh ']) {
    binding.type(text);
    void binding.bind();
    await calls.at(-1)?.refuse('unavailable');
  }
  expect(new Set(calls.map(({ input }) => JSON.stringify(input))).size).toBe(1);
  expect(calls).toHaveLength(3);
});

test('after too many tries nothing is sent until the wait is over', async () => {
  const { binding, calls, clock } = open();
  binding.open();
  binding.type('ABCD');
  binding.toggleConsent();
  void binding.bind();
  await calls[0]?.refuseWith({ code: 'too-many-tries', until: 61_000 });
  expect(binding.waitMs).toBe(60_000);
  await binding.bind();
  expect(calls.length).toBe(1);
  clock.now = 61_000;
  clock.tick();
  expect([binding.waitMs, binding.binding.failure]).toEqual([0, null]);
});

test('a WeChat that has a card is told which', async () => {
  const { binding, calls } = open();
  binding.type('ABCD');
  binding.toggleConsent();
  void binding.bind();
  await calls[0]?.refuseWith({ code: 'other-card-bound', maskedCard: '10****17' });
  expect(binding.otherCard).toBe('10****17');
});

test('a code is made out for a card and a reason only, counts down, and leaves nothing for the next patron', async () => {
  const { issue, calls, clock } = open();
  issue.open();
  await issue.issue();
  expect(issue.fault).toBe('card');
  issue.type('card', ' 20230001 ');
  await issue.issue();
  expect([issue.fault, calls.length]).toEqual(['reason', 0]);
  issue.type('reason', '忘了密码');
  const done = issue.issue();
  expect(calls[0]?.input).toMatchObject({ card: '20230001', reason: '忘了密码' });
  await calls[0]?.answer({ code: 'ABCDEFGH23456789', until: 291_000, maskedCard: '20****01', name: '林晓' });
  await done;
  expect(issue.leftMs).toBe(290_000);
  clock.now = 300_000;
  clock.tick();
  expect(issue.leftMs).toBe(0);
  issue.startOver();
  expect([issue.issued, issue.card, issue.reason]).toEqual([null, '', '']);
});

test.each([
  [290_000, '4 分 50 秒'],
  [60_000, '1 分 0 秒'],
  [59_001, '1 分 0 秒'],
  [9_000, '9 秒'],
])('%i ms are left: %s', (milliseconds, label) => expect(leftLabel(milliseconds)).toBe(label));

test('a code is read in fours', () => expect(codeInFours('ABCDEFGH23456789')).toBe('ABCD EFGH 2345 6789'));
