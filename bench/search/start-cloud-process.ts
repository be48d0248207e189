import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type CloudProcess = {
  readonly url: string;
  /** What reaches it through the SDK. */
  readonly environment: Readonly<Record<string, string>>;
  /** From opening its data to answering. */
  readonly readyMs: number;
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
};

type Opened = Pick<CloudProcess, 'url' | 'environment' | 'readyMs'>;

/** Starts a cloud on a data folder in another process; it ends when its input ends. */
export const startCloudProcess = async (dataFolder: string): Promise<CloudProcess> => {
  const file = join(__dirname, 'cloud-process.ts');
  const child = spawn(process.execPath, [...process.execArgv, file, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async <T>(): Promise<T> => {
    const next: IteratorResult<string, unknown> = await answers.next();
    if (next.done) throw new Error('the cloud ended');
    return JSON.parse(next.value) as T;
  };
  return {
    ...(await answer<Opened>()),
    residentBytes: async () => {
      child.stdin.write('memory\n');
      return (await answer<{ readonly residentBytes: number }>()).residentBytes;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
};
