import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSeed } from '../database/seed/load-seed';
import { type Cloud, startCloud } from './cloud/start-cloud';
import { workbenchAt } from './cloud/workbench/workbench-client';
import { runCommand, UsageError } from './command-line';
import { buildPreview } from './preview/build/build-preview';
import { watchPreview } from './preview/build/watch-preview';
import { buildFunctions, watchFunctions } from './rebuild';
import { DEFAULT_DATA_FOLDER } from './running-cloud';

const USAGE = `usage: npm start -- [--port N] [--data DIR]
  starts the cloud, the functions and the preview; prints "ready http://127.0.0.1:N" when usable
  --port  8848 unless given; 0 takes a free one
  --data  ${DEFAULT_DATA_FOLDER} unless given; filled with the demo library when empty`;

const PROJECT_ROOT = resolve(__dirname, '..');
const PREVIEW = { projectRoot: PROJECT_ROOT, outFolder: join(PROJECT_ROOT, 'dist/preview') };

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
    return await startCloud({ dataFolder, port, staticFolder: PREVIEW.outFolder });
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE')
      throw new Error(`port ${port} is taken: give another with --port N, or --port 0 for any`, {
        cause: error,
      });
    throw error;
  }
};

/**
 * Loads the demo library into a cloud without books. The mark stands while it is loaded, so that what a kill
 * interrupted is completed at the next start.
 */
const fillWhenEmpty = async ({ url }: Cloud, dataFolder: string): Promise<void> => {
  const mark = join(dataFolder, 'demo-library-unfinished');
  if ((await workbenchAt(url).count('books')) > 0 && !existsSync(mark)) return;
  process.stderr.write('loading the demo library …\n');
  writeFileSync(mark, '');
  await loadSeed(url);
  rmSync(mark);
};

const buildPages = async (): Promise<void> => {
  const { warnings } = await buildPreview(PREVIEW);
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
};

const complain = (fault: string) => process.stderr.write(`${fault}\n`);

/** Rebuilds what changes while the cloud runs; pages reload, functions get new instances. */
const watchSources = ({ publish }: Cloud): (() => void) => {
  const preview = watchPreview(PREVIEW, (outcome) => {
    if ('error' in outcome) complain(outcome.error.message);
    else publish({ type: 'reload', what: 'preview' });
  });
  const endFunctions = watchFunctions(PROJECT_ROOT, (fault) => {
    if (fault === null) publish({ type: 'reload', what: 'functions' });
    else complain(fault);
  });
  return () => {
    preview.close();
    endFunctions();
  };
};

const untilStopped = (): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });

const serveUntil = async (stopped: Promise<void>, cloud: Cloud): Promise<void> => {
  const endWatch = watchSources(cloud);
  process.stdout.write(`ready ${cloud.url}\n`);
  await stopped;
  endWatch();
};

runCommand(USAGE, async () => {
  const { port, dataFolder } = readOptions();
  const stopped = untilStopped();
  // The compilers are processes of their own: they work while the cloud is opened here.
  const built = Promise.all([buildFunctions(PROJECT_ROOT), buildPages()]);
  built.catch(() => undefined);
  const cloud = await openOn(dataFolder, port);
  try {
    const usable = built.then(() => fillWhenEmpty(cloud, dataFolder));
    const isUsable = await Promise.race([usable.then(() => true), stopped.then(() => false)]);
    if (isUsable) await serveUntil(stopped, cloud);
  } finally {
    await cloud.close();
  }
  return 0;
});
