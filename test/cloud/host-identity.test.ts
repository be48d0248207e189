import { openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

describe('who calls a function', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => cloud.close());

  it('is a phone with its openid, told through the real SDK', async () => {
    const { before, greeting, trigger } = await cloud.call('oReader', 'whoami');
    expect(before).toEqual({
      OPENID: 'oReader',
      APPID: 'touristappid',
      CLIENTIP: '127.0.0.1',
      ENV: 'test-env',
      SOURCE: 'wx_client',
    });
    expect(greeting).toBe('hello');
    expect(trigger).toBeNull();
  });

  it('stays the phone when it forges a timer, a person or a source', async () => {
    const forged = {
      Type: 'Timer',
      TriggerName: 'often',
      userInfo: { openId: 'oSomebodyElse' },
      SOURCE: 'wx_trigger',
      WX_OPENID: 'oSomebodyElse',
    };
    const { before, event, trigger } = await cloud.call('oReader', 'whoami', forged);
    expect(before).toMatchObject({ OPENID: 'oReader', SOURCE: 'wx_client' });
    expect(event).toMatchObject({ userInfo: { appId: 'touristappid', openId: 'oReader' } });
    expect(trigger).toBeNull();
  });

  it('grows by a link where a function calls another, and the person stays', async () => {
    const { result } = await cloud.call('oReader', 'relay', {
      to: 'relay',
      data: { to: 'whoami', data: {} },
    });
    expect(result).toMatchObject({
      result: { before: { OPENID: 'oReader', SOURCE: 'wx_client,scf,scf' } },
    });
  });

  it('is nobody for a timer', async () => {
    const { body } = await cloud.post('/workbench/timers/timed', {});
    expect(body['result']).toMatchObject({ source: 'wx_trigger', openid: null });
  });

  it('becomes a number where an openid has digits only, as the SDK has it', async () => {
    const { before } = await cloud.call('20261121', 'whoami');
    expect(before).toMatchObject({ OPENID: 20261121 });
  });

  it.each(['', 'o reader', 'o'.repeat(65), 42, null])('refuses %j as an openid', async (openid) => {
    const { status } = await cloud.post('/phone/call', { openid, name: 'whoami' });
    expect(status).toBe(400);
  });

  it('never leaks: 400 calls at once on 4 instances', async () => {
    const people = Array.from({ length: 400 }, (_, n) => `oReader${n}`);
    const answers = await Promise.all(people.map((openid) => cloud.call(openid, 'whoami', { openid })));
    const wrong = answers.filter(({ before, after, event }, n) => {
      const told = [before, after].map((context) => (context as { OPENID: string }).OPENID);
      return (
        told.some((openid) => openid !== people[n]) || (event as { openid: string }).openid !== people[n]
      );
    });
    expect(wrong).toEqual([]);
    const { body } = await cloud.get('/workbench/state');
    expect(body['functions']).toContainEqual(expect.objectContaining({ name: 'whoami', instances: 4 }));
  });

  it('leaves nothing of a phone to the timer that comes after it in the same instance', async () => {
    await cloud.call('oReader', 'timed');
    const { body } = await cloud.post('/workbench/timers/timed', {});
    expect(body['result']).toMatchObject({ openid: null });
    expect(await cloud.call('oReader', 'timed')).toMatchObject({ source: 'wx_client', openid: 'oReader' });
  });
});
