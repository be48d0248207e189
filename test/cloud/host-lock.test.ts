import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCloud } from '../../local/cloud/lock-file';
import { openCloud } from '../../local/cloud/open-cloud';
import { newFolder, openTestCloud, PROJECT, until } from './test-cloud';

jest.setTimeout(60_000);

const cloudInAnotherProcess = async (folder: string): Promise<ChildProcess> => {
  const program = `
    const { startCloud } = require('./local/cloud/start-cloud.ts');
    startCloud({ dataFolder: process.argv[1], projectRoot: process.argv[2] });
  `;
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program, folder, PROJECT], {
    cwd: join(__dirname, '../..'),
    stdio: 'ignore',
  });
  await until(() => findCloud(folder));
  return child;
};

const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

describe('a data folder', () => {
  it('is held by one cloud, which others find and use', async () => {
    const folder = newFolder();
    const cloud = await openTestCloud({ dataFolder: folder });
    await expect(openTestCloud({ dataFolder: folder })).rejects.toThrow(
      `in use by the cloud at ${cloud.url}`,
    );
    const found = await openCloud({ dataFolder: folder });
    expect(found).toMatchObject({ url: cloud.url, environment: cloud.environment });
    await found.close();
    expect(await findCloud(folder)).toBeDefined();
    await cloud.close();
    expect(await findCloud(folder)).toBeUndefined();
    expect(existsSync(join(folder, 'cloud.lock'))).toBe(false);
  });

  it('keeps its secret from other users of the machine', async () => {
    const cloud = await openTestCloud();
    const lock = join(cloud.folder, 'cloud.lock');
    expect(readFileSync(lock, 'utf8')).toContain(cloud.environment['TENCENTCLOUD_SECRETKEY']);
    // oxlint-disable-next-line no-bitwise
    expect(statSync(lock).mode & 0o077).toBe(0);
    await cloud.close();
  });

  it('is opened for as long as it is needed when no cloud runs on it', async () => {
    const folder = newFolder();
    const cloud = await openCloud({ dataFolder: folder, projectRoot: PROJECT });
    expect(await findCloud(folder)).toMatchObject({ url: cloud.url });
    await cloud.close();
    expect(await findCloud(folder)).toBeUndefined();
  });

  it('is free again after its cloud was killed, with what was acknowledged', async () => {
    const folder = newFolder();
    const child = await cloudInAnotherProcess(folder);
    const url = (await findCloud(folder))?.url ?? '';
    const put = await fetch(`${url}/workbench/collections/books/b1`, {
      method: 'PUT',
      body: '{"title":"红楼梦"}',
    });
    expect(put.status).toBe(200);
    const gone = ended(child);
    child.kill('SIGKILL');
    await gone;
    expect(existsSync(join(folder, 'cloud.lock'))).toBe(true);
    expect(await findCloud(folder)).toBeUndefined();
    const cloud = await openCloud({ dataFolder: folder, projectRoot: PROJECT });
    const page = await fetch(`${cloud.url}/workbench/collections/books`);
    expect(await page.json()).toMatchObject({ total: 1, documents: [{ _id: 'b1', title: '红楼梦' }] });
    await cloud.close();
  });

  it('is not held by a process that merely has the number of a killed one, or by a torn lock', async () => {
    const folder = newFolder();
    const cloud = { url: 'http://127.0.0.1:9', environment: {} };
    writeFileSync(join(folder, 'cloud.lock'), JSON.stringify({ id: 'old', pid: process.pid, cloud }));
    expect(await findCloud(folder)).toBeUndefined();
    await (await openTestCloud({ dataFolder: folder })).close();
    writeFileSync(join(folder, 'cloud.lock'), '{"id":');
    await (await openTestCloud({ dataFolder: folder })).close();
  });

  it('is let go when the port is taken', async () => {
    const first = await openTestCloud();
    const folder = newFolder();
    await expect(openTestCloud({ dataFolder: folder, port: first.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    expect(existsSync(join(folder, 'cloud.lock'))).toBe(false);
    await first.close();
  });
});
