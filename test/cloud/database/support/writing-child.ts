import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type DatabaseService } from '../../../../local/cloud/database/database-service';
import { toWire } from '../../../../local/cloud/database/values/wire';
import type { Document } from '../../../../local/cloud/database/values/value';
import { durable } from './durable-collection';

type Ask = (action: string, parameters: Record<string, unknown>) => Promise<Record<string, unknown>>;

const asking =
  (database: DatabaseService): Ask =>
  async (action, parameters) =>
    (await database.handle({ action: `database.${action}`, collectionName: 'c', ...parameters })).reply;

const say = (kind: string, n: number): void => void process.stdout.write(`${kind} ${n}\n`);
const terms = (n: number): string[] => Array.from({ length: 40 }, (_, i) => `t${(n * 7 + i * 13) % 200}`);

/** Both documents or none: `left` and `right` always carry the same number. */
const writeBoth = async (ask: Ask, n: number): Promise<void> => {
  const { transactionId } = await ask('startTransaction', {});
  const change = { transactionId, data: toWire({ n, terms: [`side${n % 5}`] }), merge: false, upsert: true };
  for (const side of ['left', 'right'])
    await ask('modifyDocument', { ...change, query: toWire({ _id: side }) });
  await ask('commitTransaction', { transactionId });
};

/** More entries at once than the smallest run of an index holds; all or none of them. */
const writeMany = (ask: Ask, n: number) => {
  const many = Array.from({ length: 120 }, (_, i): Document => ({
    _id: `m${n}-${i}`,
    n,
    terms: terms(n + i),
  }));
  return ask('insertDocument', { data: many.map(toWire) });
};

/**
 * Writes without end, saying on stdout what was acknowledged: `i N` an insert, `t N` a transaction, `m N` many at once,
 * `r N` the removal of those of N - 5, `u N` one more in every document of N - 1. Now and then it rests, so that runs
 * are merged.
 */
const write = async (file: string, from: number): Promise<void> => {
  const ask = asking(openDatabase({ file, now: () => new Date(), collections: [durable] }));
  for (let n = from; ; n++) {
    await ask('insertDocument', { data: [toWire({ _id: `i${n}`, n, terms: terms(n) })] });
    say('i', n);
    await writeBoth(ask, n);
    say('t', n);
    await writeMany(ask, n);
    say('m', n);
    await ask('removeDocument', {
      query: toWire({ _id: { $gt: `m${n - 5}-`, $lt: `m${n - 5}.` } }),
      multi: true,
    });
    say('r', n);
    const more = {
      query: toWire({ n: n - 1 }),
      data: toWire({ $push: { terms: 'more' } }),
      multi: true,
      merge: true,
    };
    await ask('modifyDocument', more);
    say('u', n);
    if (n % 12 === 11) await pause(320);
  }
};

void write(process.argv[2] as string, Number(process.argv[3]));
