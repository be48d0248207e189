import { readFile } from 'node:fs/promises';
import { runCommand, UsageError } from '../../local/command-line';
import { playAll } from './play-all';
import { readScenarios } from './scenario';

const usage = `usage: npm run scenarios -- FILE…
  plays renewal scenarios (format 1) through the deployed functions on a cloud of their own;
  prints each that fails with its differences and, last, "N passed, N failed"`;

const readFiles = (files: readonly string[]) =>
  Promise.all(
    files.map(async (file) => {
      try {
        return readScenarios(await readFile(file, 'utf8'));
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }),
  );

runCommand(usage, async () => {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new UsageError('a file is needed');
  let failed = 0;
  let passed = 0;
  for (const scenarios of await readFiles(files))
    await playAll(scenarios, ({ id, title }, differences) => {
      if (differences.length === 0) passed += 1;
      else {
        failed += 1;
        process.stdout.write(`FAILED ${id} ${title}\n${differences.map((each) => `  ${each}\n`).join('')}`);
      }
    });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
});
