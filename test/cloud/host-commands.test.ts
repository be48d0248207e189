import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, openTestCloud, type TestCloud } from './test-cloud';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

const run = (command: string, ...parameters: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const all = ['--import', 'tsx', join(ROOT, 'local', `${command}.ts`), ...parameters];
    execFile(process.execPath, all, { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });

describe('the commands beside a running cloud', () => {
  let cloud: TestCloud;
  let data: string[];
  beforeAll(async () => {
    const folder = newFolder();
    cloud = await openTestCloud({ dataFolder: folder });
    data = ['--data', folder];
  });
  afterAll(() => cloud.close());

  it('clock moves its clock', async () => {
    const { code, stdout } = await run('clock', '+2h', ...data);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ offsetMs: 7_200_000 });
    expect(JSON.parse((await run('clock', 'reset', '--url', cloud.url)).stdout)).toMatchObject({
      offsetMs: 0,
    });
  });

  it('call calls a function as a phone, and tells by its exit code that it failed', async () => {
    const { code, stdout } = await run('call', 'oReader', 'timed', '{"a":1}', ...data);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: { openid: 'oReader', source: 'wx_client' } });
    const failed = await run('call', 'oReader', 'absent', ...data);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout)).toMatchObject({ error: { errCode: -501000 } });
  });

  it('console imports and exports on the same folder', async () => {
    const file = join(cloud.folder, 'in.jsonl');
    const out = join(cloud.folder, 'out.jsonl');
    writeFileSync(file, '{"_id":"a","n":1}\nbroken\n{"_id":"b"}\n');
    const taken = await run('console', 'import', 'hits', file, '--upsert', ...data);
    expect(taken.code).toBe(1);
    expect(JSON.parse(taken.stdout)).toMatchObject({
      read: 3,
      added: 2,
      errors: [{ line: 2, code: 'not-json' }],
    });
    expect((await run('console', 'export', 'hits', out, ...data)).code).toBe(0);
    // A timer of these functions writes there too.
    expect(readFileSync(out, 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['{"_id":"a","n":1}', '{"_id":"b"}']),
    );
  });

  it.each([
    ['clock', ['soon'], 2, 'not a move: soon'],
    ['clock', [], 2, 'usage:'],
    ['call', ['oReader'], 2, 'usage:'],
    ['call', ['oReader', 'timed', '{'], 2, 'not JSON'],
    ['console', ['remove', 'hits'], 2, 'usage:'],
    ['console', ['export', 'hits', '--all'], 2, 'usage:'],
    ['start', ['--port', 'abc'], 2, 'not a port: abc'],
    ['clock', ['+5m', '--data', '/nowhere'], 1, 'no cloud runs on /nowhere'],
  ])('%s %j ends with a reason', async (command, parameters, code, reason) => {
    const ended = await run(command, ...parameters);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(reason);
  });
});
