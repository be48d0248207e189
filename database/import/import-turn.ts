import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isProcess } from '../../local/cloud/lock-file';

const lookAgainMs = 500;
/** Whoever made the file writes into it at once, unless it was killed in between. */
const namelessMs = 10_000;

/** False when it was released meanwhile, or when the import that held it was killed. */
const isHeld = (file: string): boolean => {
  try {
    const holder = readFileSync(file, 'utf8');
    return holder === '' ? Date.now() - statSync(file).mtimeMs < namelessMs : isProcess(Number(holder));
  } catch {
    return false;
  }
};

/** True when it is ours from now on. */
const take = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
};

export type Turn = { release(): void };

/**
 * Waits until no other import writes into the data folder: one may have started the cloud that both would use, and
 * takes it away when it ends. `onWaiting` hears once, with the file that says so. Null when told to stop before.
 */
export const takeTurn = async (
  dataFolder: string,
  onWaiting: (file: string) => void,
  stop: AbortSignal,
): Promise<Turn | null> => {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'import.lock');
  for (let isTold = false; !stop.aborted;) {
    if (take(file)) return { release: () => rmSync(file, { force: true }) };
    if (!isHeld(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!isTold) onWaiting(file);
    isTold = true;
    await pause(lookAgainMs);
  }
  return null;
};
