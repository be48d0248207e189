import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeTurn } from '../../database/import/import-turn';
import { newFolder } from './read-file';

const going = new AbortController().signal;
const notTold = (): void => {
  throw new Error('nobody holds it');
};

test('a second import waits until the first is done, and says so once', async () => {
  const folder = newFolder();
  const first = await takeTurn(folder, notTold, going);
  const told: string[] = [];
  const isWaiting = new Promise<void>((resolve) => {
    void takeTurn(folder, (file) => resolve(void told.push(file)), going).then((turn) => turn?.release());
  });
  await isWaiting;
  first?.release();
  const third = await takeTurn(folder, () => undefined, going);
  expect(told).toEqual([join(folder, 'import.lock')]);
  third?.release();
  expect(existsSync(join(folder, 'import.lock'))).toBe(false);
});

test('an import that was killed keeps nobody waiting', async () => {
  const folder = newFolder();
  const file = join(folder, 'import.lock');
  writeFileSync(file, String(spawnSync(process.execPath, ['-e', '']).pid));
  (await takeTurn(folder, notTold, going))?.release();
  writeFileSync(file, '');
  utimesSync(file, 0, 0);
  expect(await takeTurn(folder, notTold, going)).not.toBeNull();
});

test('who is told to stop while waiting waits no longer', async () => {
  const folder = newFolder();
  await takeTurn(folder, notTold, going);
  const stopping = new AbortController();
  expect(await takeTurn(folder, () => stopping.abort(), stopping.signal)).toBeNull();
});

test('the data folder is made where there is none', async () => {
  const folder = join(newFolder(), 'new/data');
  expect(await takeTurn(folder, notTold, going)).not.toBeNull();
});
