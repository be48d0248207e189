import { MembershipTerm } from '../../miniprogram/stores/membership/membership-term';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';

function openTerm() {
  const { call, calls } = fakeCall();
  let made = 0;
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const term = new MembershipTerm({ call, keys, seen: new SeenReplies(fakeStorage(), () => 0) });
  return { term, calls };
}

test('a membership is prolonged once, however often it is tried without an answer', async () => {
  const { term, calls } = openTerm();
  void term.prolong();
  void term.prolong();
  expect(calls).toHaveLength(1);
  await calls[0]?.refuse('unavailable');
  const prolonged = term.prolong();
  expect(calls[1]?.input).toEqual(calls[0]?.input);
  await calls[1]?.answer({ endsOn: '2028-05-30' });
  expect(calls[2]?.name).toBe('membership.membership');
  await calls[2]?.answer({ endsOn: '2028-05-30' });
  expect([await prolonged, term.membership.value?.endsOn]).toEqual(['2028-05-30', '2028-05-30']);
});

test('a refusal is kept, and what holds now is fetched', async () => {
  const { term, calls } = openTerm();
  void term.prolong();
  await calls[0]?.refuse('term-too-early');
  expect([term.failure, calls[1]?.name]).toEqual(['term-too-early', 'membership.membership']);
});
