import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Report } from '../../database/import/report';

const root = join(__dirname, '../..');

export type Ended = {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** The command as it runs: in one process, so that a signal meets the import itself. */
export const startImport = (...args: string[]): { child: ChildProcess; ended: Promise<Ended> } => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'database/import/import.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<Pick<Ended, 'code' | 'signal'>>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const all = async (): Promise<Ended> => {
    const [stdout, stderr, how] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
    return { ...how, stdout, stderr };
  };
  return { child, ended: all() };
};

export const runImport = (...args: string[]): Promise<Ended> => startImport(...args).ended;

export const reportOf = ({ stdout }: Pick<Ended, 'stdout'>): Report => JSON.parse(stdout) as Report;
