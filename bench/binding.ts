import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scryptPins } from '../cloudfunctions/membership/adapters/scrypt-pins';
import { schema } from '../database/collections/schema';
import { runCommand } from '../local/command-line';
import { startCloud } from '../local/cloud/start-cloud';
import { workbenchAt, type Workbench } from '../local/cloud/workbench/workbench-client';
import { timed, timingOf } from './cloud/timing';

const usage = `usage: npm run bench:binding
  binds unknown cards and known ones with a wrong PIN in turns, through the deployed function of a fresh embedded
  cloud, and prints JSON lines: both medians and their ratio (the one tells nothing that the other does not), with one
  hashing of a PIN in this process as the anchor; milliseconds`;

const runs = 60;
const unknown = 'an unknown card';
const known = 'a wrong PIN';

const print = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const cardOf = (run: number): string => `2021${String(run).padStart(6, '0')}`;

/** A line for each card. */
const lines = (document: object): string =>
  Array.from({ length: runs }, (_, run) => JSON.stringify({ _id: cardOf(run), ...document })).join('\n');

const importPatrons = async (workbench: Workbench): Promise<void> => {
  const secret = { ...(await scryptPins().hash('482913')), mustChange: false };
  await workbench.importLines('patrons', 'insert', lines({ name: '林知夏', category: 'undergraduate' }));
  await workbench.importLines('card_secrets', 'insert', lines(secret));
};

/** Each try is of another WeChat at another card: none has to wait. */
const guess = async (workbench: Workbench, openid: string, cardNumber: string): Promise<number> => {
  const input = { cardNumber, name: '林知夏', pin: '000000', requestKey: `bench-${openid}` };
  const started = performance.now();
  const { result, error } = await workbench.call({
    openid,
    function: 'membership',
    data: { action: 'bindCard', input },
  });
  const ms = performance.now() - started;
  const { reasons = [] } = (result ?? {}) as { readonly reasons?: readonly { readonly code: string }[] };
  if (reasons[0]?.code !== 'wrong-details')
    throw new Error(`refused otherwise: ${JSON.stringify([result, error])}`);
  return ms;
};

const measure = async (workbench: Workbench): Promise<void> => {
  await importPatrons(workbench);
  await guess(workbench, 'o-warm-up', '1999999999');
  const times = { [unknown]: [] as number[], [known]: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    const pairs = [
      [unknown, `1999${String(run).padStart(6, '0')}`],
      [known, cardOf(run)],
    ] as const;
    // Each goes first every other time.
    for (const [kind, card] of run % 2 === 0 ? pairs : pairs.toReversed())
      times[kind].push(await guess(workbench, `o-${kind === known ? 'known' : 'other'}-${run}`, card));
  }
  const [one, other] = [timingOf(unknown, times[unknown]), timingOf(known, times[known])];
  print(one);
  print(other);
  print({ bench: `${known} / ${unknown}`, ratio: Math.round((1000 * other.p50) / one.p50) / 1000 });
  print(await timed('one hashing', runs, () => scryptPins().hash('482913')));
};

const run = async (): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-binding-'));
  try {
    const cloud = await startCloud({ dataFolder: folder, collections: schema });
    try {
      await measure(workbenchAt(cloud.url));
      return 0;
    } finally {
      await cloud.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
};

runCommand(usage, run);
