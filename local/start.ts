import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cloud, startCloud } from './cloud/start-cloud';
import { runCommand, UsageError } from './command-line';
import { watchFunctions } from './rebuild';
import { DEFAULT_DATA_FOLDER } from './running-cloud';

const USAGE = `usage: npm start -- [--port N] [--data DIR]
  starts the cloud, the functions and the preview; prints "ready http://127.0.0.1:N" when usable
  --port  8848 unless given; 0 takes a free one
  --data  ${DEFAULT_DATA_FOLDER} unless given; filled with the demo library when empty`;

const PROJECT_ROOT = resolve(__dirname, '..');

const readOptions = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '8848' },
      data: { type: 'string', default: DEFAULT_DATA_FOLDER },
    },
  });
  if (positionals.length > 0) throw new UsageError(`not understood: ${positionals.join(' ')}`);
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new UsageError(`not a port: ${values.port}`);
  return { port, dataFolder: resolve(values.data) };
};

/** Starts the cloud, or says in words why it can't. */
const openOn = async (dataFolder: string, port: number): Promise<Cloud> => {
  try {
    return await startCloud({ dataFolder, port });
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE')
      throw new Error(`port ${port} is taken: give another with --port N, or --port 0 for any`, {
        cause: error,
      });
    throw error;
  }
};

const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });

runCommand(USAGE, async () => {
  const { port, dataFolder } = readOptions();
  const stopped = untilStopped();
  const cloud = await openOn(dataFolder, port);
  const endWatch = watchFunctions(PROJECT_ROOT, (fault) => {
    if (fault === null) cloud.publish({ type: 'reload', what: 'functions' });
    else process.stderr.write(fault);
  });
  process.stdout.write(`ready ${cloud.url}\n`);
  await stopped;
  endWatch();
  await cloud.close();
  return 0;
});
