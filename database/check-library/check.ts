import { parseArgs } from 'node:util';
import { openCloud } from '../../local/cloud/open-cloud';
import { runCommand } from '../../local/command-line';
import { DEFAULT_DATA_FOLDER } from '../../local/running-cloud';
import { contradictions } from './contradictions';
import { readLibrary } from './read-library';

const usage = `usage: npm run check:library -- [--data DIR]
  finds where loans, holds, fines, copies and bindings contradict each other; prints a line for each and,
  last, how many; exit code 1 if there are any`;

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { data: { type: 'string', default: DEFAULT_DATA_FOLDER } } });
  const cloud = await openCloud({ dataFolder: values.data });
  try {
    const found = contradictions(await readLibrary(cloud.url));
    for (const { rule, at, what } of found) process.stdout.write(`${rule}  ${at}  ${what}\n`);
    process.stdout.write(`${found.length} contradictions\n`);
    return found.length > 0 ? 1 : 0;
  } finally {
    await cloud.close();
  }
};

runCommand(usage, main);
