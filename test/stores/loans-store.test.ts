import { LoansStore } from '../../miniprogram/stores/circulation/loans-store';
import { RequestKeys } from '../../miniprogram/stores/request-keys';
import { SeenReplies } from '../../miniprogram/stores/seen-replies';
import { fakeCall } from '../support/fake-call';
import { fakeStorage } from '../support/fake-storage';
import { someLoan } from '../support/some-listed-loan';

const granted = (newDueOn: string) => ({ granted: true as const, newDueOn, renewalsLeft: 0 });
const refused = { granted: false as const, reasons: [{ code: 'reserved' as const, waiting: 1 }] };

const first = someLoan({ loanId: 'l1', title: '甲', dueOn: '2026-06-01', renewal: granted('2026-07-01') });
const second = someLoan({ loanId: 'l2', title: '乙', dueOn: '2026-06-02', renewal: granted('2026-07-02') });
const third = someLoan({ loanId: 'l3', title: '丙', dueOn: '2026-06-03', renewal: refused });

async function open() {
  const { call, calls } = fakeCall();
  let made = 0;
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const loans = new LoansStore({ call, keys, seen: new SeenReplies(fakeStorage(), () => 1) });
  void loans.list.load();
  await calls[0]?.answer({ loans: [first, second, third] });
  return { loans, calls };
}

test('what can be renewed is what the library grants', async () => {
  const { loans } = await open();
  expect(loans.renewable.map(({ loanId }) => loanId)).toEqual(['l1', 'l2']);
});

test('a renewal sends the due days that were seen, and answers for each title', async () => {
  const { loans, calls } = await open();
  void loans.renew(['l1', 'l2']);
  expect(loans.renewing).toEqual(['l1', 'l2']);
  expect(calls[1]?.input).toEqual({
    loans: [
      { loanId: 'l1', seenDueOn: '2026-06-01' },
      { loanId: 'l2', seenDueOn: '2026-06-02' },
    ],
    requestKey: 'key-1',
  });
  await calls[1]?.answer({
    results: [
      { loanId: 'l1', renewal: granted('2026-07-01') },
      { loanId: 'l2', renewal: refused },
    ],
  });
  expect(loans.results?.map(({ title, renewal }) => [title, renewal.granted])).toEqual([
    ['甲', true],
    ['乙', false],
  ]);
  expect(loans.loans.map(({ loanId, dueOn }) => [loanId, dueOn])).toEqual([
    ['l2', '2026-06-02'],
    ['l3', '2026-06-03'],
    ['l1', '2026-07-01'],
  ]);
  expect(loans.renewable).toEqual([]);
  expect(calls[2]?.name).toBe('circulation.loans');
});

test('a second tap while one is on its way renews nothing', async () => {
  const { loans, calls } = await open();
  void loans.renew(['l1']);
  void loans.renew(['l1']);
  expect(calls).toHaveLength(2);
});

test('without an answer nothing is said to be renewed, and trying again is the same request', async () => {
  const { loans, calls } = await open();
  void loans.renew(['l1']);
  await calls[1]?.refuse('unavailable');
  expect([loans.failure, loans.results, loans.renewing]).toEqual(['unavailable', null, []]);
  void loans.renew(['l1']);
  expect(calls[2]?.input['requestKey']).toBe(calls[1]?.input['requestKey']);
  await calls[2]?.answer({ results: [{ loanId: 'l1', renewal: refused }] });
  await calls[3]?.answer({ loans: [first] });
  void loans.renew(['l1']);
  expect(calls[4]?.input['requestKey']).not.toBe(calls[1]?.input['requestKey']);
});

test('a renewal that the library refused is over: trying again is another request', async () => {
  const { loans, calls } = await open();
  void loans.renew(['l1']);
  await calls[1]?.refuse('too-busy');
  void loans.renew(['l1']);
  expect(calls[2]?.input['requestKey']).not.toBe(calls[1]?.input['requestKey']);
});

test('choosing starts with nothing, and ends when the answer is there', async () => {
  const { loans, calls } = await open();
  loans.toggle('l1');
  expect(loans.chosen).toBeNull();
  loans.startChoosing();
  for (const loanId of ['l1', 'l2', 'l1']) loans.toggle(loanId);
  expect(loans.chosen).toEqual(['l2']);
  void loans.renew(loans.chosen ?? []);
  await calls[1]?.answer({ results: [{ loanId: 'l2', renewal: granted('2026-07-02') }] });
  expect(loans.chosen).toBeNull();
});

test('a card that is gone leaves nothing in it', async () => {
  const { loans, calls } = await open();
  void loans.list.load();
  loans.reset();
  await calls[1]?.answer({ loans: [first] });
  expect([loans.loans, loans.list.status]).toEqual([[], 'loading']);
});
