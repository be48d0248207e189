import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, openTestCloud, type TestCloud, until } from './test-cloud';

jest.setTimeout(60_000);

/** A project of one function that answers `answer`. */
const projectOf = (answer: string): string => {
  const root = newFolder();
  const functions = [{ name: 'plain', timeout: 20, memorySize: 128 }];
  writeFileSync(join(root, 'cloudbaserc.json'), JSON.stringify({ functionRoot: 'dist', functions }));
  mkdirSync(join(root, 'dist/plain'), { recursive: true });
  build(root, answer);
  return root;
};

const build = (root: string, answer: string): void =>
  writeFileSync(
    join(root, 'dist/plain/index.js'),
    `let calls = 0; exports.main = () => ({ answer: '${answer}', calls: (calls += 1) });`,
  );

const instances = async (cloud: TestCloud): Promise<number> => {
  const { functions } = (await cloud.get('/workbench/state')).body as { functions: { instances: number }[] };
  return functions[0]?.instances ?? 0;
};

const coldStarts = async (cloud: TestCloud): Promise<number> => {
  const { entries } = (await cloud.get('/workbench/logs')).body as { entries: { kind: string }[] };
  return entries.filter(({ kind }) => kind === 'cold-start').length;
};

describe('the instances of a function', () => {
  it('are used again, and each cold start is seen', async () => {
    const cloud = await openTestCloud({ projectRoot: projectOf('one') });
    expect(await cloud.call('o', 'plain')).toEqual({ answer: 'one', calls: 1 });
    expect(await cloud.call('o', 'plain')).toEqual({ answer: 'one', calls: 2 });
    expect(await coldStarts(cloud)).toBe(1);
    expect(await instances(cloud)).toBe(1);
    await cloud.close();
  });

  it('are at most so many; further calls wait', async () => {
    const cloud = await openTestCloud({ projectRoot: projectOf('one'), instancesPerFunction: 2 });
    await Promise.all(Array.from({ length: 10 }, () => cloud.call('o', 'plain')));
    expect(await instances(cloud)).toBe(2);
    await cloud.close();
  });

  it('end when they are idle', async () => {
    const cloud = await openTestCloud({ projectRoot: projectOf('one'), idleMs: 10 });
    await cloud.call('o', 'plain');
    await until(async () => (await instances(cloud)) === 0);
    expect(await cloud.call('o', 'plain')).toEqual({ answer: 'one', calls: 1 });
    await cloud.close();
  });

  it('are new after the function was built anew', async () => {
    const root = projectOf('first');
    const cloud = await openTestCloud({ projectRoot: root });
    await cloud.call('o', 'plain');
    build(root, 'second build');
    expect(await cloud.call('o', 'plain')).toEqual({ answer: 'second build', calls: 1 });
    cpSync(join(root, 'dist/plain'), join(root, 'dist/other'), { recursive: true });
    await expect(cloud.call('o', 'other')).rejects.toThrow('could not be found');
    await cloud.close();
  });

  it('are set up by cloudbaserc.json, and a mistake in it is named', async () => {
    const root = projectOf('one');
    const wrong = { functionRoot: 'dist', functions: [{ name: 'plain', timeout: 900, runtime: 'Nodejs99' }] };
    writeFileSync(join(root, 'cloudbaserc.json'), JSON.stringify(wrong));
    await expect(openTestCloud({ projectRoot: root })).rejects.toThrow(
      /functions\.0\.runtime.*functions\.0\.timeout/,
    );
  });
});
