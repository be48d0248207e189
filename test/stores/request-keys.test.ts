import { RequestKeys } from '../../miniprogram/stores/request-keys';

const granted = { ok: true } as const;
const because = (code: string) => ({ ok: false, reasons: [{ code }] }) as const;

test.each([
  ['granted', granted, 'key-2'],
  ['refused', because('reserved'), 'key-2'],
  ['not done by a fault that the library tells', because('unexpected'), 'key-2'],
  ['not answered', because('unavailable'), 'key-1'],
])('a request that was %s is over or open', async (_, first, keyOfTheNext) => {
  let made = 0;
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const sent: string[] = [];
  const request = (reply: typeof first) => async (key: string) => {
    sent.push(key);
    return reply;
  };
  expect(await keys.send('renew', request(first))).toBe(first);
  await keys.send('renew', request(granted));
  expect(sent).toEqual(['key-1', keyOfTheNext]);
});

test('two requests that say something else have keys of their own', async () => {
  let made = 0;
  const keys = new RequestKeys(() => `key-${(made += 1)}`);
  const sent: string[] = [];
  const lost = async (key: string) => {
    sent.push(key);
    return because('unavailable');
  };
  for (const what of ['renew a', 'renew b', 'renew a']) await keys.send(what, lost);
  expect(sent).toEqual(['key-1', 'key-2', 'key-1']);
});
