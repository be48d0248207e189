import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStorageRule } from '../../local/cloud/storage/storage-rule';
import { newFolder, openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(60_000);

const fileId = (path: string) => `cloud://test-env.local/${path}`;

const many = (count: number) => Array.from({ length: count }, () => fileId('absent.txt'));

describe('storage', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  afterAll(() => cloud.close());
  const store = (data: unknown) => cloud.call('oReader', 'storing', data);
  const upload = (cloudPath: string, text: string) => store({ verb: 'upload', cloudPath, text });
  const link = async (fileList: unknown[]) =>
    (await store({ verb: 'link', fileList }))['fileList'] as { status: number; tempFileURL: string }[];

  it('takes and gives files through the real SDK', async () => {
    expect(await upload('covers/红楼 梦.txt', '满纸荒唐言')).toMatchObject({
      fileID: fileId('covers/红楼 梦.txt'),
    });
    expect(await store({ verb: 'download', fileID: fileId('covers/红楼 梦.txt') })).toEqual({
      text: '满纸荒唐言',
    });
  });

  it('replaces a file that has the path already', async () => {
    await upload('twice.txt', 'first');
    await upload('twice.txt', 'second');
    expect(await store({ verb: 'download', fileID: fileId('twice.txt') })).toEqual({ text: 'second' });
  });

  it('links expire by the clock of the cloud', async () => {
    await upload('short.txt', 'soon gone');
    const [short] = await link([{ fileID: fileId('short.txt'), maxAge: 600 }]);
    const url = short?.tempFileURL ?? '';
    expect(await (await fetch(url)).text()).toBe('soon gone');
    await cloud.post('/workbench/clock', { advance: '9m' });
    expect((await fetch(url)).status).toBe(200);
    await cloud.post('/workbench/clock', { advance: '61s' });
    expect((await fetch(url)).status).toBe(403);
    await cloud.post('/workbench/clock', { reset: true });
  });

  it('links are of one file only and can not be made longer', async () => {
    await upload('mine.txt', 'mine');
    await upload('other.txt', 'other');
    const [mine] = await link([{ fileID: fileId('mine.txt'), maxAge: 600 }]);
    const url = mine?.tempFileURL ?? '';
    expect((await fetch(url.replace('mine', 'other'))).status).toBe(403);
    expect((await fetch(url.replace(/t=\d+/, 't=4000000000'))).status).toBe(403);
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: 'taken over' })).status).toBe(403);
  });

  it('tells of each file that is not there', async () => {
    await upload('there.txt', 'x');
    const links = await link([fileId('there.txt'), fileId('absent.txt'), 'cloud://other.env/there.txt']);
    expect(links.map(({ status }) => status)).toEqual([0, -503003, -503003]);
    expect(
      await store({ verb: 'delete', fileList: [fileId('there.txt'), fileId('absent.txt')] }),
    ).toMatchObject({
      fileList: [{ status: 0 }, { status: -503003 }],
    });
    expect(await store({ verb: 'download', fileID: fileId('there.txt') })).toMatchObject({ failed: true });
  });

  it('takes 50 files at once and no more', async () => {
    expect(await link(many(50))).toHaveLength(50);
    for (const verb of ['link', 'delete']) {
      const refused = await store({ verb, fileList: many(51) });
      expect(refused).toMatchObject({ failed: true });
      expect(refused['errMsg']).toContain('at most 50 files at once, not 51');
    }
  });

  it.each(['../out.txt', 'a/../../out.txt', '/etc/passwd', 'a//b', '', '.', 'a\\b', 'a?b', 'x'.repeat(851)])(
    'refuses the path %j',
    async (cloudPath) => {
      const refused = await upload(cloudPath, 'out');
      expect(refused).toMatchObject({ failed: true });
      expect(refused['errMsg']).toContain('cloudPath is not a path');
    },
  );

  it('sends nothing that a browser would run', async () => {
    await upload('page.html', '<script>alert(1)</script>');
    const [page] = await link([fileId('page.html')]);
    const { headers } = await fetch(page?.tempFileURL ?? '');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

/** A cloud whose storage has this rule; undefined for none. */
const ruled = async (rule: unknown) => {
  const projectRoot = newFolder();
  mkdirSync(join(projectRoot, 'database'));
  writeFileSync(
    join(projectRoot, 'cloudbaserc.json'),
    JSON.stringify({ functionRoot: 'dist', functions: [] }),
  );
  if (rule) writeFileSync(join(projectRoot, 'database/storage-rule.json'), JSON.stringify(rule));
  const cloud = await openTestCloud({ projectRoot });
  const upload = async (openid: string, path: string) => {
    const query = new URLSearchParams({ openid, cloudPath: path });
    const response = await fetch(`${cloud.url}/phone/upload?${query.toString()}`, {
      method: 'POST',
      body: 'text',
    });
    return (await response.json()) as { fileID?: string; errCode?: number };
  };
  const read = async (openid: string, fileID: string) => {
    const { body } = await cloud.post('/phone/temp-urls', { openid, fileList: [fileID] });
    return (body['fileList'] as { status: number; tempFileURL: string }[])[0];
  };
  return { ...cloud, upload, read };
};
describe('what a phone may do in storage', () => {
  it('is nothing without a rule', async () => {
    const cloud = await ruled(undefined);
    expect(await cloud.upload('oReader', 'a.txt')).toMatchObject({ errCode: -503002 });
    await cloud.close();
  });

  it('is what the rule says: only the creator reads and writes', async () => {
    const own = 'resource.openid == auth.openid';
    const cloud = await ruled({ read: own, write: own });
    const { fileID = '' } = await cloud.upload('oReader', 'a.txt');
    const link = await cloud.read('oReader', fileID);
    expect(await (await fetch(link?.tempFileURL ?? '')).text()).toBe('text');
    expect(await cloud.read('oOther', fileID)).toMatchObject({ status: -503002, tempFileURL: '' });
    expect(await cloud.upload('oOther', 'a.txt')).toMatchObject({ errCode: -503002 });
    await cloud.close();
  });

  it('never is guessed: a term that is not understood makes the rule invalid, by name', () => {
    const file = join(newFolder(), 'rule.json');
    writeFileSync(file, JSON.stringify({ read: true, write: 'resource.size < 100' }));
    expect(() => readStorageRule(file)).toThrow('resource.size < 100');
    expect(readFileSync(file, 'utf8')).toContain('resource.size');
  });
});
