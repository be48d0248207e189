import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Site } from './journey';

const projectRoot = join(__dirname, '../..');

/**
 * The library's mini program as a newcomer gets it: `npm start` on an empty data folder, any free port.
 * @throws Error with its last words, when it ends before it is ready.
 */
export async function serveLibrary(): Promise<Site> {
  const data = await mkdtemp(join(tmpdir(), 'journeys-'));
  const child = spawn('npm', ['start', '--', '--port', '0', '--data', data], {
    cwd: projectRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastWords: string[] = [];
  const note = (line: string): void => {
    lastWords.push(line);
    if (lastWords.length > 20) lastWords.shift();
  };
  createInterface({ input: child.stderr }).on('line', note);
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      note(line);
      const address = /^ready (http:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
  const stopped = ended.then((): string => {
    throw new Error(`npm start ended before it was ready:\n${lastWords.join('\n')}`);
  });
  const url = await Promise.race([ready, stopped]);
  stopped.catch(() => undefined);
  return {
    url,
    close: async () => {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
