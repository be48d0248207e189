import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

describe('what goes to WeChat', () => {
  let cloud: TestCloud;
  let folder: string;
  beforeAll(async () => {
    folder = newFolder();
    cloud = await openTestCloud({ dataFolder: folder });
  });
  afterAll(() => cloud.close());
  const outbox = async () =>
    (await cloud.get('/workbench/outbox')).body['messages'] as Record<string, unknown>[];
  const script = (answers: unknown[], api = 'subscribeMessage.send') =>
    cloud.post('/workbench/openapi-answers', { api, answers });

  it('is kept as it would have been received, with its answer', async () => {
    expect(await cloud.call('oReader', 'notifier', { touser: 'oReader' })).toMatchObject({ errCode: 0 });
    expect((await outbox()).at(-1)).toMatchObject({
      functionName: 'notifier',
      api: 'subscribeMessage.send',
      arguments: { touser: 'oReader', template_id: 'due-soon', data: { thing1: { value: '红楼梦' } } },
      answer: { errcode: 0, errmsg: 'ok' },
    });
  });

  it.each([
    [{ errcode: 43101 }, 43101, 'user refuse to accept the msg'],
    [{ errcode: 40001 }, 40001, 'invalid credential'],
    [{ errcode: 45009 }, 45009, 'reach max api daily quota limit'],
    [{ errcode: 12345, errmsg: 'something new' }, 12345, 'something new'],
    [{ timeout: true }, -604102, '-604102'],
  ])('fails as scripted: %j', async (answer, errCode, errMsg) => {
    await script([answer]);
    const failed = await cloud.call('oReader', 'notifier', { touser: 'oReader' });
    expect(failed).toMatchObject({ failed: true, errCode });
    expect(failed['errMsg']).toContain(errMsg);
    expect(await cloud.call('oReader', 'notifier', { touser: 'oReader' })).toMatchObject({ errCode: 0 });
  });

  it('fails where WeChat would: without a person to send to', async () => {
    expect(await cloud.call('oReader', 'notifier', {})).toMatchObject({ failed: true, errCode: 40003 });
  });

  it('needs the permission in config.json', async () => {
    await script([{ errcode: 0 }], 'wxacode.get');
    expect(await cloud.call('oReader', 'notifier', { api: 'wxacode.get' })).toMatchObject({
      errCode: -604101,
    });
  });

  it('fails by name for an API that has no answer here', async () => {
    const api = 'security.msgSecCheck';
    expect(await cloud.call('oReader', 'notifier', { api })).toMatchObject({
      failed: true,
      errCode: -604100,
    });
    expect((await outbox()).at(-1)).toMatchObject({ api, answer: { errorCode: -604100 } });
  });

  it.each([{}, { api: '' }, { api: 'a', answers: [{}] }, { api: 'a', answers: 'none' }])(
    'refuses the script %j',
    async (body) => {
      expect((await cloud.post('/workbench/openapi-answers', body)).status).toBe(400);
    },
  );

  it('outlives a kill, but for a line that was half written and never answered', async () => {
    const before = await outbox();
    await cloud.close();
    appendFileSync(join(folder, 'outbox.jsonl'), '{"seq":99,"api":"half');
    cloud = await openTestCloud({ dataFolder: folder });
    expect(await outbox()).toEqual(before);
    await cloud.call('oReader', 'notifier', { touser: 'oReader' });
    await cloud.close();
    cloud = await openTestCloud({ dataFolder: folder });
    expect(await outbox()).toHaveLength(before.length + 1);
  });
});
