import { openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

describe('a call that fails', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => cloud.close());

  it.each([
    ['throws', 'faulty', { way: 'throw' }, -504002, 'TypeError: the shelf is empty'],
    ['rejects', 'faulty', { way: 'reject' }, -504002, 'Error: no such loan'],
    ['ends its process', 'faulty', { way: 'exit' }, -504002, 'Runtime exited with code 3'],
    ['never answers', 'faulty', { way: 'hang' }, -504003, 'Invoking task timed out after 3 seconds'],
    ['never yields', 'faulty', { way: 'spin' }, -504003, 'Invoking task timed out after 3 seconds'],
    ['answers over 6 MB', 'faulty', { way: 'large' }, -504002, 'exceeds the upper limit (6MB)'],
    ['is sent over 6 MB', 'faulty', { way: 'x'.repeat(6 * 1024 * 1024) }, -504002, 'the upper limit (6MB)'],
    ['eats its memory', 'hungry', { way: 'eat' }, -501001, 'MemoryLimitReached: more than 64 MB'],
    ['has no such function', 'absent', {}, -501000, 'FunctionName parameter could not be found.'],
    ['can not be loaded', 'broken', {}, -504002, "Cannot find module 'not-installed'"],
  ])('%s', async (_, name, data, errCode, message) => {
    const { status, body } = await cloud.post('/phone/call', { openid: 'oReader', name, data });
    expect(status).toBe(200);
    expect(body).toMatchObject({ errCode, requestId: expect.any(String) as string });
    expect(body['errMsg']).toMatch(/^cloud\.callFunction:fail Error: errCode: -50\d{4} /);
    expect(body['errMsg']).toContain(message);
  });

  it('leaves the function usable', async () => {
    expect(
      await cloud.post('/phone/call', { openid: 'o', name: 'faulty', data: { way: 'nothing' } }),
    ).toMatchObject({ body: { result: null } });
  });

  it('reaches the function that made it, with the code in the words of the SDK', async () => {
    const relayed = await cloud.call('oReader', 'relay', { to: 'faulty', data: { way: 'reject' } });
    expect(relayed['errMsg']).toContain('no such loan');
    const missing = await cloud.call('oReader', 'relay', { to: 'absent', data: {} });
    expect(missing['errMsg']).toContain('FunctionName parameter could not be found.');
  });

  it('stands in the log with the request id that the phone got', async () => {
    const { body } = await cloud.post('/phone/call', { openid: 'o', name: 'faulty', data: { way: 'throw' } });
    const { entries } = (await cloud.get('/workbench/logs')).body as {
      entries: { kind: string; requestId: string; text: string }[];
    };
    const own = entries.filter(({ requestId }) => requestId === body['requestId']);
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['start', 'error']));
    expect(own.at(-1)?.text).toContain('the shelf is empty');
  });
});
