import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type DatabaseService } from '../../../local/cloud/database/database-service';
import { fromWire, toWire } from '../../../local/cloud/database/values/wire';
import type { Document } from '../../../local/cloud/database/values/value';
import { durable } from './support/durable-collection';
import { indexFaults } from './support/index-faults';

/** The last number of each kind of write that was acknowledged; see support/writing-child.ts. */
type Acknowledged = Record<'i' | 't' | 'm' | 'r' | 'u', number>;

/** Lets a child write until it has acknowledged so many writes, then kills it in the middle of whatever it does. */
const writeAndKill = async (file: string, from: number, until: number): Promise<Acknowledged> => {
  const child = join(__dirname, 'support/writing-child.ts');
  const writer = spawn(process.execPath, ['--import', 'tsx', child, file, String(from)]);
  const last = from - 1;
  const seen: Acknowledged = { i: last, t: last, m: last, r: last, u: last };
  let rest = '';
  let errors = '';
  writer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  writer.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [kind, n] = line.split(' ');
      seen[kind as keyof Acknowledged] = Number(n);
    }
    if (seen.t >= until) writer.kill('SIGKILL');
  });
  await new Promise((resolve) => writer.on('close', resolve));
  if (seen.t < until) throw new Error(errors);
  return seen;
};

const one = async (database: DatabaseService, query: Document): Promise<Document | undefined> => {
  const { reply } = await database.handle({
    action: 'database.getDocument',
    collectionName: 'c',
    query: toWire(query),
    limit: 1,
  });
  const [text] = (reply as { data: { list: string[] } }).data.list;
  return text === undefined ? undefined : (fromWire(text, () => new Date(0)) as Document);
};

const total = async (database: DatabaseService, query: Document): Promise<number> => {
  const { reply } = await database.handle({
    action: 'database.calculateDocument',
    collectionName: 'c',
    query: toWire(query),
  });
  return (reply as { data: { total: number } }).data.total;
};

const many = (n: number): Document => ({ _id: { $gt: `m${n}-`, $lt: `m${n}.` } });

/** Every acknowledged write of a child that began at `from` is there whole, the one after it whole or not at all. */
const expectKept = async (
  database: DatabaseService,
  from: number,
  { i, t, m, r, u }: Acknowledged,
): Promise<void> => {
  for (let n = 0; n <= i; n++) expect(await one(database, { _id: `i${n}` })).toMatchObject({ n });
  const left = await one(database, { _id: 'left' });
  const right = await one(database, { _id: 'right' });
  expect(left?.['n']).toBe(right?.['n']);
  expect([t, t + 1]).toContain(left?.['n']);
  const there = async (n: number, query: Document = {}) => total(database, { ...many(n), ...query });
  for (let n = from; n <= m; n++) if (n !== r - 4) expect(await there(n)).toBe(n <= r - 5 ? 0 : 120);
  for (const n of [r - 4, m + 1]) expect([0, 120]).toContain(await there(n));
  for (let n = Math.max(from, r - 3); n < u; n++) expect(await there(n, { terms: 'more' })).toBe(120);
  expect([0, 120]).toContain(await there(u, { terms: 'more' }));
};

describe('killing the process while it writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'durability-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loses no acknowledged write, leaves none half done, and its indexes fit, time after time', async () => {
    const file = join(folder, 'database.sqlite');
    let next = 0;
    for (let round = 0; round < 5; round++) {
      const acknowledged = await writeAndKill(file, next, next + 11 + round * 3);
      const database = openDatabase({ file, now: () => new Date(), collections: [durable] });
      await expectKept(database, next, acknowledged);
      for (next = acknowledged.i; await one(database, { _id: `i${next}` });) next++;
      await database.handle({
        action: 'database.removeDocument',
        collectionName: 'c',
        query: toWire({ n: { $gte: 0 }, _id: { $gt: 'm', $lt: 'n' } }),
        multi: true,
      });
      database.close();
      expect(indexFaults(file)).toEqual([]);
    }
  }, 600_000);
});
