import { parseArgs } from 'node:util';
import { workbenchAt } from './cloud/workbench/workbench-client';
import { printJson, runCommand, UsageError } from './command-line';
import { DEFAULT_DATA_FOLDER, runningUrl } from './running-cloud';

const USAGE = `usage: npm run call -- OPENID FUNCTION [JSON] [--url URL] [--data DIR]
  calls a function as that person's phone; exit code 1 when the function failed`;

const readEvent = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, data: { type: 'string', default: DEFAULT_DATA_FOLDER } },
  });
  const [openid, name, event = '{}', ...rest] = positionals;
  if (openid === undefined || name === undefined || rest.length > 0)
    throw new UsageError('an openid and a function are needed');
  const data = readEvent(event);
  const workbench = workbenchAt(await runningUrl(values.url, values.data));
  const report = await workbench.call({ openid, function: name, data });
  printJson(report);
  return report.error === undefined ? 0 : 1;
});
