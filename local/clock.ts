import { parseArgs } from 'node:util';
import { parseDuration } from './cloud/clock/duration';
import { type ClockMove, workbenchAt } from './cloud/workbench/workbench-client';
import { printJson, runCommand, UsageError } from './command-line';
import { DEFAULT_DATA_FOLDER, runningUrl } from './running-cloud';

const USAGE = `usage: npm run clock -- MOVE [--url URL] [--data DIR]
  MOVE  +5m +2h +3d   moves the cloud's clock on (s, m, h, d, w)
        =2026-12-01T08:00:00Z   sets it
        reset         back to this machine's time`;

const readMove = (text: string | undefined): ClockMove => {
  if (text === 'reset') return { reset: true };
  if (text?.startsWith('=')) {
    const moment = new Date(text.slice(1));
    if (Number.isNaN(moment.getTime())) throw new UsageError(`not a time: ${text.slice(1)}`);
    return { set: moment.toISOString() };
  }
  if (text === undefined || parseDuration(text) === undefined)
    throw new UsageError(text === undefined ? 'a move is needed' : `not a move: ${text}`);
  return { advance: text };
};

runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, data: { type: 'string', default: DEFAULT_DATA_FOLDER } },
  });
  const move = readMove(positionals[0]);
  const workbench = workbenchAt(await runningUrl(values.url, values.data));
  printJson(await workbench.moveClock(move));
  return 0;
});
