import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type DatabaseService } from '../../../local/cloud/database/database-service';
import { openSqlite } from '../../../local/cloud/database/storage/sqlite';
import { toWire } from '../../../local/cloud/database/values/wire';
import type { Document } from '../../../local/cloud/database/values/value';
import { until } from '../test-cloud';
import { collectionOf } from './support/collection-of';
import { indexFaults } from './support/index-faults';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'merging-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (file: string, unique: { unique?: true } = {}): DatabaseService =>
  openDatabase({ file, now: () => new Date(0), collections: [collectionOf('c', [[['n', 1]]], unique)] });
const insert = (database: DatabaseService, ...documents: Document[]) =>
  database.handle({
    action: 'database.insertDocument',
    collectionName: 'c',
    data: documents.map((document) => toWire(document)),
  });
const remove = (database: DatabaseService, id: string) =>
  database.handle({
    action: 'database.removeDocument',
    collectionName: 'c',
    query: toWire({ _id: id }),
    multi: false,
  });

/** More entries than the smallest run holds, so that this write's run is of a higher tier. */
const many = (from: number): Document[] =>
  Array.from({ length: 5_000 }, (_, i) => ({ _id: `d${from + i}`, n: from + i }));

it('forgets a removed document for good, though small writes lie before and behind a large one', async () => {
  const file = join(folder, 'between.sqlite');
  const database = open(file, { unique: true });
  for (let i = 1; i < 5; i++) await insert(database, { _id: `s${i}`, n: -i });
  await insert(database, ...many(0));
  await remove(database, 'd7');
  for (let i = 5; i < 40; i++) await insert(database, { _id: `s${i}`, n: -i });
  await insert(database, { _id: 'again', n: 7 });
  database.close();
  expect(indexFaults(file)).toEqual([]);
});

it('merges what an import left in many runs while nobody asks, and a request in between sees everything', async () => {
  const file = join(folder, 'idle.sqlite');
  const database = open(file);
  for (let batch = 0; batch < 6; batch++) await insert(database, ...many(batch * 5_000));
  const reader = openSqlite(file);
  const runs = () =>
    Promise.resolve((reader.prepare('SELECT COUNT(*) AS n FROM runs').get([]) as { n: number }).n);
  const before = await runs();
  expect(before).toBeGreaterThan(4);
  await until(async () => (await runs()) !== before);
  const count = {
    action: 'database.calculateDocument',
    collectionName: 'c',
    query: toWire({ n: { $gte: 0 } }),
  };
  expect((await database.handle(count)).reply).toEqual({ data: { total: 30_000 } });
  await until(async () => (await runs()) === 1);
  expect((await database.handle(count)).reply).toEqual({ data: { total: 30_000 } });
  reader.close();
  database.close();
  expect(indexFaults(file)).toEqual([]);
});
