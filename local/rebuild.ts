import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterChanges } from './watch-tree';

const runScript = (projectRoot: string, script: string): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectRoot, 'scripts', script)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('close', (code) => resolve(code === 0 ? null : said));
  });

/** Builds the functions and the body of their instances; throws with the compiler's words. */
export const buildFunctions = async (projectRoot: string): Promise<void> => {
  const scripts = ['build-functions.mjs', 'build-instance.mjs'];
  const faults = await Promise.all(scripts.map((script) => runScript(projectRoot, script)));
  const said = faults.filter((fault) => fault !== null).join('\n');
  if (said !== '') throw new Error(said);
};

/**
 * Rebuilds the functions after each change of their source, and tells what went wrong, null for nothing. The cloud
 * sees a new build by itself. Returns what ends the watch.
 */
export const watchFunctions = (
  projectRoot: string,
  onRebuilt: (fault: string | null) => void,
): (() => void) => {
  const source = join(projectRoot, 'cloudfunctions');
  if (!existsSync(source)) return () => undefined;
  return afterChanges(source, async () => onRebuilt(await runScript(projectRoot, 'build-functions.mjs')));
};
