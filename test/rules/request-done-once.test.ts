import { keptMs, once, type DoneRequest } from '../../cloudfunctions/kernel/request-keys';
import { ok, refuse } from '../../cloudfunctions/kernel/result';

const at = new Date('2027-03-01T08:00:00Z');
const doneAgo = (ms: number, change: Partial<DoneRequest> = {}): DoneRequest => ({
  key: 'key-1234',
  request: 'renew/L1',
  answer: 'before',
  at: at.getTime() - ms,
  ...change,
});

const ask = async (done: readonly DoneRequest[]) => {
  let remembered: readonly DoneRequest[] | null = null;
  const request = { key: 'key-1234', request: 'renew/L1', done, at };
  const answer = await once<string, never>(request, (remember) => {
    remembered = remember('now');
    return Promise.resolve(ok('now'));
  });
  return { answer, remembered };
};

test.each<[string, readonly DoneRequest[], unknown]>([
  ['a new key is done', [], ok('now')],
  ['a key of others does not matter', [doneAgo(0, { key: 'key-9999' })], ok('now')],
  ['the same request again is answered as it was', [doneAgo(0)], ok('before')],
  ['just before its time is over too', [doneAgo(keptMs - 1)], ok('before')],
  ['after its time the key is a new one', [doneAgo(keptMs)], ok('now')],
  ['a key of another request', [doneAgo(0, { request: 'renew/L2' })], refuse({ code: 'invalid-request' })],
  ['after its time a key of another is free', [doneAgo(keptMs, { request: 'renew/L2' })], ok('now')],
])('%s', async (_, done, answer) => {
  expect((await ask(done)).answer).toEqual(answer);
});

test('remembers what is done now, in place of what was and without what is too old', async () => {
  const [fresh, old] = [doneAgo(1, { key: 'key-2222' }), doneAgo(keptMs, { key: 'key-3333' })];
  const { remembered } = await ask([fresh, old, doneAgo(keptMs)]);
  expect(remembered).toEqual([fresh, doneAgo(0, { answer: 'now' })]);
});

test('does nothing where it was done before', async () => {
  expect((await ask([doneAgo(0)])).remembered).toBeNull();
});
