import { get, type IncomingMessage } from 'node:http';
import { openTestCloud, type TestCloud, until } from './test-cloud';

jest.setTimeout(60_000);

type Told = { readonly type: string } & Readonly<Record<string, unknown>>;

/** What a workbench hears from now on; `stop` hangs up. */
const listen = async (url: string) => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/workbench/events`, resolve).on('error', reject);
  });
  let text = '';
  response.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const events = (): Told[] =>
    text
      .split('\n\n')
      .slice(0, -1)
      .filter((block) => block.startsWith('data: '))
      .map((block) => JSON.parse(block.slice(6)) as Told);
  await until(() => Promise.resolve(text.includes(': open')));
  const heard = (type: string) => until(() => Promise.resolve(events().find((event) => event.type === type)));
  return { headers: response.headers, events, heard, stop: () => response.destroy() };
};

describe('what the workbench is told as it happens', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => cloud.close());

  it('is a stream of server-sent events', async () => {
    const { headers, stop } = await listen(cloud.url);
    expect(headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    stop();
  });

  it('is each line of the log, an error as an error', async () => {
    const { heard, stop } = await listen(cloud.url);
    await cloud.call('oReader', 'whoami');
    expect(await heard('log')).toMatchObject({ entry: { functionName: 'whoami', kind: 'start' } });
    await cloud.post('/phone/call', { openid: 'o', name: 'faulty', data: { way: 'throw' } });
    expect(await heard('error')).toMatchObject({ entry: { functionName: 'faulty', kind: 'error' } });
    stop();
  });

  it('is a move of the clock, what goes to WeChat, and what the preview publishes', async () => {
    const { heard, stop } = await listen(cloud.url);
    await cloud.post('/workbench/clock', { advance: '1m' });
    expect(await heard('clock')).toMatchObject({ offsetMs: 60_000 });
    await cloud.call('oReader', 'notifier', { touser: 'oReader' });
    expect(await heard('outbox')).toMatchObject({ message: { api: 'subscribeMessage.send' } });
    cloud.publish({ type: 'reload', what: 'phone' });
    expect(await heard('reload')).toEqual({ type: 'reload', what: 'phone' });
    stop();
  });

  it('goes to everyone who listens, and one who hung up disturbs nobody', async () => {
    const [gone, there] = [await listen(cloud.url), await listen(cloud.url)];
    gone.stop();
    for (const what of ['one', 'two']) cloud.publish({ type: 'reload', what });
    await until(() => Promise.resolve(there.events().length === 2));
    expect(gone.events()).toEqual([]);
    there.stop();
  });
});
