import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../database/collections/schema';
import { runCommand } from '../local/command-line';
import { workbenchAt } from '../local/cloud/workbench/workbench-client';
import { startCloud, type Cloud } from '../local/cloud/start-cloud';
import { benchCollection, measureDatabase } from './cloud/database';
import { measureRawSqlite } from './cloud/raw-sqlite';
import { timed, type Timing } from './cloud/timing';

const usage = `usage: npm run bench:cloud
  measures a fresh embedded cloud: database, transactions, function calls; prints JSON lines, milliseconds`;

const runs = 300;
const coldStarts = 5;

const print = (timings: readonly Timing[]): void => {
  for (const timing of timings) process.stdout.write(`${JSON.stringify(timing)}\n`);
};

const open = (dataFolder: string): Promise<Cloud> =>
  startCloud({ dataFolder, collections: [...schema, benchCollection] });

const callToday = async ({ url }: Cloud): Promise<void> => {
  const data = { action: 'today', input: {} };
  const report = await workbenchAt(url).call({ openid: 'o-bench', function: 'library', data });
  if (report.result === undefined) throw new Error(`library.today failed: ${JSON.stringify(report)}`);
};

/** A cold call is the first to a new instance: the worker starts and loads the SDK. */
const measureColdCalls = async (dataFolder: string): Promise<Timing> => {
  let cloud = await open(dataFolder);
  const renew = async (): Promise<void> => {
    await cloud.close();
    cloud = await open(dataFolder);
  };
  try {
    return await timed('function call, cold', coldStarts, () => callToday(cloud), renew);
  } finally {
    await cloud.close();
  }
};

const run = async (): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-cloud-'));
  try {
    print(await measureRawSqlite(folder, runs));
    const cloud = await open(join(folder, 'data'));
    try {
      print(await measureDatabase(cloud.environment, runs));
      await callToday(cloud);
      print([await timed('function call, warm', runs, () => callToday(cloud))]);
    } finally {
      await cloud.close();
    }
    print([await measureColdCalls(join(folder, 'data'))]);
    return 0;
  } finally {
    await rm(folder, { recursive: true });
  }
};

runCommand(usage, run);
