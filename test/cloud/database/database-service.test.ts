import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../local/cloud/database/database-service';
import { openSqlite } from '../../../local/cloud/database/storage/sqlite';
import { collectionOf } from './support/collection-of';

const rule = { read: false, write: false } as const;

describe('the document database', () => {
  it('keeps a document and finds it by its index', async () => {
    const database = openDatabase({
      file: ':memory:',
      now: () => new Date(0),
      collections: [
        {
          name: 'books',
          owner: 'catalog',
          keptBy: 'librarians',
          zh: '书目',
          en: 'Books',
          fields: {},
          indexes: [{ name: 'terms', fields: [['terms', 1]] }],
          rule,
        },
      ],
    });
    await database.handle({
      action: 'database.insertDocument',
      collectionName: 'books',
      data: ['{"_id":"a","terms":["x","y"]}', '{"_id":"b","terms":["z"]}'],
    });
    const { reply, read, keys } = await database.handle({
      action: 'database.getDocument',
      collectionName: 'books',
      query: '{"terms":"y"}',
    });
    expect(reply).toEqual({ data: { list: ['{"_id":"a","terms":["x","y"]}'] } });
    expect({ read, keys }).toEqual({ read: 1, keys: 1 });
    database.close();
  });
});

const runsIn = (file: string): number => {
  const sqlite = openSqlite(file);
  const { n } = sqlite.prepare('SELECT COUNT(*) AS n FROM runs').get([]) as { readonly n: number };
  sqlite.close();
  return n;
};

describe('after a load', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidied-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('the index comes together in one run, also where the load was cut short', async () => {
    const file = join(folder, 'database.sqlite');
    const open = () =>
      openDatabase({ file, now: () => new Date(0), collections: [collectionOf('c', [[['n', 1]]])] });
    const loading = open();
    for (let batch = 0; batch < 20; batch += 1) {
      const data = Array.from({ length: 300 }, (_, i) => `{"n":${batch * 300 + i}}`);
      await loading.handle({ action: 'database.insertDocument', collectionName: 'c', data });
    }
    loading.close();
    expect(runsIn(file)).toBeGreaterThan(1);

    const reopened = open();
    await reopened.tidied();
    const query = '{"n":{"$gte":5990}}';
    const { reply } = await reopened.handle({ action: 'database.getDocument', collectionName: 'c', query });
    expect((reply as { data: { list: readonly string[] } }).data.list).toHaveLength(10);
    reopened.close();
    expect(runsIn(file)).toBe(1);
  });
});
