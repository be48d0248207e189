import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CloudOptions } from './cloud-parts';
import type { FoundCloud } from './lock-file';

/** What the process says once: where it is, or why it could not start. */
export type ProcessAnswer = FoundCloud | { readonly refusal: string };

export type CloudProcess = FoundCloud & { close(): Promise<void> };

/**
 * Starts a cloud in another process: whoever fills it has a core for itself, and its memory can be told apart. Rejects
 * with the words of the refusal where it cannot start.
 */
export const startCloudProcess = async (options: CloudOptions): Promise<CloudProcess> => {
  const program = join(__dirname, 'cloud-process.ts');
  const child = spawn(
    process.execPath,
    ['--require', createRequire(__filename).resolve('tsx/cjs'), program, JSON.stringify(options)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first: IteratorResult<string, unknown> = await lines.next();
  const answer = first.done
    ? { refusal: 'the cloud ended at its start' }
    : (JSON.parse(first.value) as ProcessAnswer);
  if ('refusal' in answer) throw new Error(answer.refusal);
  return {
    ...answer,
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
};
