import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { documentsOf, wxDatabase } from '../cloudfunctions/kernel/wechat/wx-cloud';
import { startCloudProcess, type CloudProcess } from '../local/cloud/start-cloud-process';
import { workbenchAt, type Workbench } from '../local/cloud/workbench/workbench-client';
import { runCommand } from '../local/command-line';
import { timed } from './cloud/timing';
import { measuredCall, type Measured } from './load/measured-call';
import { fillReaders } from './load/readers-library';
import { visit } from './load/reader-session';

const usage = `usage: npm run bench:load -- [--readers 200] [--at-once 20]
  readers with twenty loans each visit the embedded cloud, so many at a time: a JSON line for each action (milliseconds,
  calls to the database, documents read, refusals), one for the whole, and two for anchors measured alone; exit code 1 where a call failed or costs more than it may`;

const anchors = 50;
/** What an action may cost at the database, undisturbed. Source: the architecture of the house. */
const budgets: Readonly<Record<string, { readonly calls: number; readonly read: number }>> = {
  'circulation.loans': { calls: 5, read: 60 },
  'circulation.renew': { calls: 12, read: 15 },
};
/** Two readers who meet at one title: the one comes first, the other is refused. */
const expected = new Set(['ok', 'reserved']);

const print = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const rounded = (value: number): number => Math.round(value * 10) / 10;
const quantile = (sorted: readonly number[], part: number): number =>
  rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

const summary = (measured: readonly Measured[]) => {
  const ms = measured.map((each) => each.ms).toSorted((a, b) => a - b);
  const outcomes = [...new Set(measured.map(({ outcome }) => outcome))].filter((outcome) => outcome !== 'ok');
  const count = (outcome: string) => measured.filter((each) => each.outcome === outcome).length;
  return {
    count: measured.length,
    p50: quantile(ms, 0.5),
    p95: quantile(ms, 0.95),
    p99: quantile(ms, 0.99),
    errors: measured.filter(({ outcome }) => !expected.has(outcome)).length,
    ...(outcomes.length > 0 && {
      outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])),
    }),
  };
};

const middle = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** Costs at the database: with others at work a transaction may have been tried again. */
const costs = (measured: readonly Measured[]) => ({
  calls: middle(measured.map(({ calls }) => calls)),
  read: middle(measured.map(({ read }) => read)),
});

const visitAll = async (workbench: Workbench, readers: number, atOnce: number) => {
  const all: Measured[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < readers) all.push(...(await visit(workbench, next++, readers)));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, readers) }, work));
  return all;
};

/** The last reader visits alone, twice: instances are warm at the second, and nothing is tried again. */
const checkBudgets = async (workbench: Workbench, readers: number): Promise<boolean> => {
  const alone = await visit(workbench, readers, readers + 1);
  const lines = Object.entries(budgets).map(([action, most]) => {
    const one = alone.find((each) => each.action === action);
    const { calls = 0, read = 0, outcome = 'nothing', ms = 0 } = one ?? {};
    return {
      bench: `alone: ${action}`,
      ms: rounded(ms),
      calls,
      read,
      most,
      outcome,
      within: calls <= most.calls && read <= most.read,
    };
  });
  for (const line of lines) print(line);
  return lines.every(({ within, outcome }) => within && outcome === 'ok');
};

/** What a call to a function costs that asks the database nothing, and what one document costs. */
const measureAnchors = async (workbench: Workbench, environment: NodeJS.ProcessEnv): Promise<void> => {
  const anchor: Measured[] = [];
  for (let run = 0; run < anchors; run += 1)
    anchor.push(await measuredCall(workbench, 'o-bench-anchor', 'library.today'));
  print({ bench: 'anchor: library.today alone', ...summary(anchor.slice(1)) });
  Object.assign(process.env, environment);
  const patrons = wxDatabase().collection('patrons');
  print(
    await timed('anchor: one document by its id, alone', anchors, () =>
      documentsOf(patrons.where({ _id: 'B000001' })),
    ),
  );
};

const measure = async (
  { url, environment }: CloudProcess,
  readers: number,
  atOnce: number,
): Promise<number> => {
  const workbench = workbenchAt(url);
  await fillReaders(workbench, readers + 2);
  await visit(workbench, readers + 1, readers + 2);
  await measureAnchors(workbench, environment);
  const started = performance.now();
  const all = await visitAll(workbench, readers, atOnce);
  const seconds = (performance.now() - started) / 1000;
  for (const action of new Set(all.map((each) => each.action))) {
    const some = all.filter((each) => each.action === action);
    print({ bench: action, ...summary(some), ...costs(some) });
  }
  const whole = summary(all);
  print({
    bench: `${readers} readers, ${atOnce} at once`,
    ...whole,
    perSecond: rounded(all.length / seconds),
  });
  const isWithin = await checkBudgets(workbench, readers);
  return whole.errors === 0 && isWithin ? 0 : 1;
};

runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      readers: { type: 'string', default: '200' },
      'at-once': { type: 'string', default: '20' },
    },
  });
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-load-'));
  const cloud = await startCloudProcess({ dataFolder, firesTimers: false });
  try {
    return await measure(cloud, Number(values.readers), Number(values['at-once']));
  } finally {
    await cloud.close();
    await rm(dataFolder, { recursive: true });
  }
});
