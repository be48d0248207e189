import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type CloudProcess = {
  readonly url: string;
  /** What reaches it through the SDK. */
  readonly environment: Readonly<Record<string, string>>;
  /** From opening its data to answering. */
  readonly readyMs: number;
  residentBytes(): Promise<number>;
  stop(): Promise<void>;
};

const nextMessage = async (child: ChildProcess): Promise<Readonly<Record<string, unknown>>> => {
  const [message] = (await once(child, 'message')) as [Readonly<Record<string, unknown>>];
  return message;
};

/** Starts a cloud on a data folder in another process. */
export const startCloudProcess = async (dataFolder: string): Promise<CloudProcess> => {
  const child = fork(join(__dirname, 'cloud-process.ts'), [dataFolder]);
  const { url, environment, readyMs } = await nextMessage(child);
  return {
    url: String(url),
    environment: environment as Readonly<Record<string, string>>,
    readyMs: Number(readyMs),
    residentBytes: async () => {
      child.send('memory');
      return Number((await nextMessage(child))['residentBytes']);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
};
