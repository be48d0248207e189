import { readFile } from 'node:fs/promises';
import { messageOf, runCommand, UsageError } from '../../local/command-line';
import { playAll } from './play-all';
import { readScenarios, type ScenarioFile } from './scenario';

const usage = `usage: npm run scenarios -- FILE…
  plays renewal scenarios (format 1) through the deployed functions on a cloud of their own;
  prints each that fails with its differences and, last, "N passed, N failed"; a row or a whole
  file that is not understood counts as one that failed`;

const read = async (file: string): Promise<ScenarioFile> => {
  try {
    return readScenarios(await readFile(file, 'utf8'));
  } catch (error) {
    return { scenarios: [], faults: [messageOf(error)] };
  }
};

runCommand(usage, async () => {
  const files = process.argv.slice(2);
  if (files.length === 0) throw new UsageError('a file is needed');
  let failed = 0;
  let passed = 0;
  const fail = (what: string, differences: readonly string[]): void => {
    failed += 1;
    process.stdout.write(`FAILED ${what}\n${differences.map((each) => `  ${each}\n`).join('')}`);
  };
  for (const file of files) {
    const { scenarios, faults } = await read(file);
    for (const fault of faults) fail(file, [fault]);
    try {
      await playAll(scenarios, ({ id, title }, differences) => {
        if (differences.length === 0) passed += 1;
        else fail(`${id} ${title}`, differences);
      });
    } catch (error) {
      fail(file, [`not all rows were played: ${messageOf(error)}`]);
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
});
