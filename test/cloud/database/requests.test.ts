import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type DatabaseService } from '../../../local/cloud/database/database-service';
import { toWire } from '../../../local/cloud/database/values/wire';
import type { Value } from '../../../local/cloud/database/values/value';
import { collectionOf } from './support/collection-of';

let database: DatabaseService;
const open = (file = ':memory:', indexes: Parameters<typeof collectionOf>[1] = []): DatabaseService =>
  openDatabase({ file, now: () => new Date(0), collections: [collectionOf('c', indexes)] });

const handle = (action: string, parameters: Record<string, unknown> = {}) =>
  database.handle({ action: `database.${action}`, collectionName: 'c', ...parameters });
const insert = (...documents: Value[]) => handle('insertDocument', { data: documents.map(toWire) });
const stage = (stageKey: string, value: Value) => ({ stageKey, stageValue: toWire(value) });

const total = async (o: Value) => (await handle('calculateDocument', { query: toWire({ o }) })).reply;
const keysFor = async (query: Value) => {
  const { read, keys } = await handle('getDocument', { query: toWire(query) });
  return { read, keys };
};

describe('requests', () => {
  beforeEach(() => {
    database = open();
  });
  afterEach(() => database.close());

  const unsupported = expect.objectContaining({ code: 'INVALID_PARAM' }) as unknown;
  it.each([
    ['an action', () => handle('getInTransaction'), 'database.getInTransaction'],
    ['a query operator', () => handle('getDocument', { query: '{"a":{"$near":1}}' }), '$near'],
    ['code in a query', () => handle('getDocument', { query: '{"$where":"1"}' }), '$where'],
    [
      'a BSON type',
      () => handle('insertDocument', { data: ['{"a":{"$numberDecimal":"1"}}'] }),
      '$numberDecimal',
    ],
    ['an object id', () => handle('getDocument', { query: '{"_id":{"$oid":"5f"}}' }), '$oid'],
    ['a stage', () => handle('aggregateDocuments', { stages: [stage('$graphLookup', {})] }), '$graphLookup'],
    [
      'a regular expression option',
      () => handle('getDocument', { query: '{"a":{"$regularExpression":{"pattern":"a","options":"x"}}}' }),
      'option "x"',
    ],
  ])('what is not supported is refused by name: %s', async (_, ask, name) => {
    await expect(ask()).rejects.toEqual(unsupported);
    await expect(ask()).rejects.toThrow(name);
  });

  it.each([
    ['an unknown operator', { query: '{"a":{"$frob":1}}' }, 'unknown operator: $frob'],
    ['an empty $or', { query: '{"$or":[]}' }, '$or must be a nonempty array'],
    ['$in without an array', { query: '{"a":{"$in":1}}' }, '$in needs an array'],
    [
      'a broken regular expression',
      { query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}' },
      'Invalid regular expression',
    ],
  ])('MongoDB refuses %s, and so does this', async (_, parameters, message) => {
    await insert({ a: 'x' });
    await expect(handle('getDocument', parameters)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await expect(handle('getDocument', parameters)).rejects.toThrow(message);
  });

  it('a query without a limit gives 100 documents', async () => {
    await insert(...Array.from({ length: 101 }, (_, n) => ({ n })));
    const { reply } = await handle('getDocument');
    expect((reply as { data: { list: unknown[] } }).data.list).toHaveLength(100);
  });

  it('a limit over 1000 is refused', async () => {
    await expect(handle('getDocument', { limit: 1001 })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('field names with a dollar are not stored', async () => {
    await expect(insert({ a: { $b: 1 } })).rejects.toThrow("'$b' is not valid for storage");
  });

  it('a request is all or nothing: one bad document of three leaves none', async () => {
    await insert({ _id: 'b' });
    await expect(insert({ _id: 'a' }, { _id: 'b' }, { _id: 'c' })).rejects.toThrow('E11000');
    expect((await handle('calculateDocument')).reply).toEqual({ data: { total: 1 } });
  });

  it('objects are equal only with their keys in the same order', async () => {
    await insert({ _id: 'a', o: { x: 1, y: 2 } });
    expect(await total({ x: 1, y: 2 })).toEqual({ data: { total: 1 } });
    expect(await total({ y: 2, x: 1 })).toEqual({ data: { total: 0 } });
    await insert({ _id: 'b', o: { x: 1, y: 1 } });
    expect(await total({ y: 1, x: 1 })).toEqual({ data: { total: 0 } });
  });

  it('an id with another condition is no document id in a transaction', async () => {
    const { transactionId } = (await handle('startTransaction')).reply;
    const query = toWire({ _id: 'a', n: 1 });
    await expect(handle('getDocument', { transactionId, query })).rejects.toThrow('not by document id');
  });

  it('modifyAndReturnDoc gives the document after the change', async () => {
    await insert({ _id: 'a', n: 1 });
    const { reply } = await handle('modifyAndReturnDoc', { query: '{"_id":"a"}', data: '{"$inc":{"n":1}}' });
    expect(reply).toEqual({ data: { updated: 1, doc: '{"_id":"a","n":{"$numberInt":"2"}}' } });
  });

  it('a write that waits for a lock is refused when the database closes', async () => {
    const closing = open();
    const ask = (action: string, parameters: Record<string, unknown> = {}) =>
      closing.handle({ action: `database.${action}`, collectionName: 'c', ...parameters });
    const { transactionId } = (await ask('startTransaction')).reply;
    await ask('insertDocument', { transactionId, data: ['{"_id":"a"}'] });
    const waiting = ask('insertDocument', { data: ['{"_id":"a"}'] });
    closing.close();
    await expect(waiting).rejects.toThrow('TransactionBusy');
  });

  it('a commit that breaks a unique index changes nothing', async () => {
    database.close();
    database = openDatabase({
      file: ':memory:',
      now: () => new Date(0),
      collections: [collectionOf('c', [[['card', 1]]], { unique: true })],
    });
    await insert({ _id: 'a', card: 1 });
    const { transactionId } = (await handle('startTransaction')).reply;
    for (const [id, card] of [
      ['b', 2],
      ['d', 1],
    ] as const)
      await handle('insertDocument', { transactionId, data: [toWire({ _id: id, card })] });
    await expect(handle('commitTransaction', { transactionId })).rejects.toThrow('E11000');
    expect((await handle('calculateDocument')).reply).toEqual({ data: { total: 1 } });
  });
});

describe('opening existing data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps documents, builds a changed index anew, and knows arrays met before', async () => {
    const file = join(folder, 'database.sqlite');
    database = open(file, [[['a', 1]]]);
    await insert(...Array.from({ length: 50 }, (_, n) => ({ a: [n, n + 100], b: n % 5 })));
    database.close();

    database = open(file, [[['a', 1]]]);
    expect(await keysFor({ a: { $gt: 40, $lt: 3 } })).toEqual({ read: 50, keys: 59 });
    database.close();

    database = open(file, [
      [
        ['b', 1],
        ['a', -1],
      ],
    ]);
    expect(await keysFor({ b: 2 })).toEqual({ read: 10, keys: 20 });
    expect(await keysFor({ a: 3 })).toEqual({ read: 50, keys: 0 });
    database.close();
  });
});
