import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './replace-file';

export type FoundCloud = {
  readonly url: string;
  /** What a script sets in its `process.env` to reach the cloud through either SDK, as an administrator. */
  readonly environment: Readonly<Record<string, string>>;
};

/** A cloud as others find it; it has no address while it starts. */
type Lock = { readonly id: string; readonly pid: number; readonly cloud: FoundCloud | null };

/** The data folder is in use by another cloud. */
export class CloudIsRunning extends Error {
  constructor(dataFolder: string, { cloud, pid }: Lock) {
    const where = cloud === null ? 'that is starting' : `at ${cloud.url}`;
    super(`${dataFolder} is in use by the cloud ${where} (process ${pid})`);
    this.name = 'CloudIsRunning';
  }
}

const lockFile = (dataFolder: string) => join(dataFolder, 'cloud.lock');

const readLock = (dataFolder: string): Lock | undefined => {
  const file = lockFile(dataFolder);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Lock;
  } catch {
    // Killed while taking it: the folder is free.
    return undefined;
  }
};

/** Whether a process of this id runs, be it whose it may. */
export const isProcess = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
};

/** A process id may be in use again by another program, so a cloud with an address is asked for its own id. */
const isItself = async ({ url }: FoundCloud, id: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/workbench/alive`, { signal: AbortSignal.timeout(5_000) });
    return ((await response.json()) as { id?: string }).id === id;
  } catch {
    return false;
  }
};

const isHeld = async ({ id, pid, cloud }: Lock): Promise<boolean> =>
  isProcess(pid) && (cloud === null || (await isItself(cloud, id)));

/** The cloud that runs on this data folder, or undefined; the lock that a killed one left is not one. */
export const findCloud = async (dataFolder: string): Promise<FoundCloud | undefined> => {
  const lock = readLock(dataFolder);
  return lock?.cloud && (await isHeld(lock)) ? lock.cloud : undefined;
};

export type HeldLock = { readonly id: string; publish(cloud: FoundCloud): void; release(): void };

/** Takes the data folder for this process; throws `CloudIsRunning`. The file holds a secret: owner's eyes only. */
export const takeLock = async (dataFolder: string): Promise<HeldLock> => {
  const file = lockFile(dataFolder);
  const before = readLock(dataFolder);
  if (before && (await isHeld(before))) throw new CloudIsRunning(dataFolder, before);
  rmSync(file, { force: true });
  const lock: Lock = { id: randomUUID(), pid: process.pid, cloud: null };
  // Fails when another process took it in this very moment.
  writeFileSync(file, JSON.stringify(lock), { flag: 'wx', mode: 0o600 });
  return {
    id: lock.id,
    publish: (cloud) => replaceFile(file, JSON.stringify({ ...lock, cloud } satisfies Lock), 0o600),
    release: () => {
      if (readLock(dataFolder)?.id === lock.id) rmSync(file, { force: true });
    },
  };
};
