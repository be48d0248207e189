import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type DatabaseService } from '../../../local/cloud/database/database-service';
import { fromWire, toWire } from '../../../local/cloud/database/values/wire';
import type { Document } from '../../../local/cloud/database/values/value';
import { collectionOf } from './support/collection-of';

type Acknowledged = { inserted: number; committed: number };

/** Lets a child write until it has acknowledged so many writes, then kills it in the middle of whatever it does. */
const writeAndKill = async (file: string, from: number, until: number): Promise<Acknowledged> => {
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    join(__dirname, 'support/writing-child.ts'),
    file,
    String(from),
  ]);
  const seen: Acknowledged = { inserted: from - 1, committed: from - 1 };
  let rest = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [kind, n] = line.split(' ');
      if (kind === 'i') seen.inserted = Number(n);
      else seen.committed = Number(n);
    }
    if (seen.committed >= until) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('close', resolve));
  if (seen.committed < until) throw new Error(errors);
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

describe('killing the process while it writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'durability-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loses no acknowledged write and leaves no half transaction, time after time', async () => {
    const file = join(folder, 'database.sqlite');
    let next = 0;
    for (let round = 0; round < 5; round++) {
      const acknowledged = await writeAndKill(file, next, next + 20 + round * 7);
      const database = openDatabase({
        file,
        now: () => new Date(),
        collections: [
          collectionOf('c', [
            [
              ['terms', 1],
              ['n', 1],
            ],
          ]),
        ],
      });
      for (let n = 0; n <= acknowledged.inserted; n++)
        expect(await one(database, { _id: `i${n}` })).toMatchObject({ n });
      const left = await one(database, { _id: 'left' });
      const right = await one(database, { _id: 'right' });
      expect(left?.['n']).toBe(right?.['n']);
      expect(Number(left?.['n'])).toBeGreaterThanOrEqual(acknowledged.committed);
      const documents = await total(database, {});
      expect(await total(database, { n: { $gte: 0 } })).toBe(documents);
      for (const term of ['t0', 't57', 'side0', 'side4'])
        expect(await total(database, { terms: term })).toBe(
          await total(database, { terms: { $elemMatch: { $eq: term } } }),
        );
      next = documents - 2;
      database.close();
    }
  }, 60_000);
});
