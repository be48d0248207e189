import { openDatabase, type DatabaseService } from '../../../local/cloud/database/database-service';
import { toWire } from '../../../local/cloud/database/values/wire';
import type { Document } from '../../../local/cloud/database/values/value';
import { collectionOf } from './support/collection-of';

/** What MongoDB's explain says for the same documents, indexes and questions (executionStats). */
type Row = readonly [
  question: string,
  request: { readonly query: Document; readonly order?: Document; readonly limit?: number },
  expected: { readonly found: number; readonly read: number; readonly keys: number },
];

/** 60 works: every one a novel, every third a classic; ranks 0 to 59; three languages in turn; years 2000 to 2009. */
const works = Array.from({ length: 60 }, (_, i): Document => ({
  _id: `w${String(i).padStart(2, '0')}`,
  terms: i % 3 === 0 ? ['novel', 'classic', `only${i}`] : ['novel', `only${i}`],
  rank: i,
  language: ['en', 'ja', 'zh'][i % 3] as string,
  year: 2000 + (i % 10),
  title: `${i % 2 === 0 ? 'even' : 'odd'} ${i}`,
}));

const multikey: readonly Row[] = [
  [
    'nothing but a page in index order',
    { query: { terms: 'novel' }, order: { rank: 1 }, limit: 5 },
    { found: 5, read: 5, keys: 5 },
  ],
  [
    'the same backwards',
    { query: { terms: 'novel' }, order: { rank: -1 }, limit: 5 },
    { found: 5, read: 5, keys: 5 },
  ],
  ['a term that nothing has', { query: { terms: 'none' } }, { found: 0, read: 0, keys: 0 }],
  [
    '$all: bounded by its first element',
    { query: { terms: { $all: ['novel', 'classic'] } } },
    { found: 20, read: 60, keys: 60 },
  ],
  [
    '$all: the rarer first',
    { query: { terms: { $all: ['classic', 'novel'] } } },
    { found: 20, read: 20, keys: 20 },
  ],
  [
    'a trailing equality is checked on the key',
    { query: { terms: 'novel', language: 'zh' }, order: { rank: 1 }, limit: 5 },
    { found: 5, read: 5, keys: 15 },
  ],
  [
    'a trailing range too',
    { query: { terms: 'novel', rank: { $gte: 10, $lt: 20 } } },
    { found: 10, read: 10, keys: 10 },
  ],
  [
    'a trailing regex in a multikey index is not',
    { query: { terms: 'novel', language: /h/ }, order: { rank: 1 }, limit: 2 },
    { found: 2, read: 6, keys: 6 },
  ],
  [
    '$in: the key after each point is looked at, too',
    { query: { terms: { $in: ['only1', 'only2', 'only3'] } } },
    { found: 3, read: 3, keys: 6 },
  ],
  [
    '$in in the order of the next field: merged',
    { query: { terms: { $in: ['only40', 'only7'] } }, order: { rank: 1 }, limit: 1 },
    { found: 1, read: 1, keys: 2 },
  ],
  [
    'a sort no index gives reads everything found',
    { query: { terms: 'classic' }, order: { title: 1 }, limit: 3 },
    { found: 3, read: 20, keys: 20 },
  ],
  [
    'a document found by two keys counts once',
    { query: { terms: { $in: ['classic', 'novel'] } } },
    { found: 60, read: 60, keys: 81 },
  ],
  ['one _id', { query: { _id: 'w07' } }, { found: 1, read: 1, keys: 1 }],
  [
    '_id from a place on',
    { query: { _id: { $gt: 'w49' } }, order: { _id: 1 }, limit: 4 },
    { found: 4, read: 4, keys: 4 },
  ],
  ['no index at all', { query: { title: 'even 4' } }, { found: 1, read: 60, keys: 0 }],
];

const plain: readonly Row[] = [
  [
    'a regex without a prefix is tested on the key',
    { query: { language: 'zh', title: /9$/ } },
    { found: 2, read: 2, keys: 20 },
  ],
  ['a prefix is a range', { query: { language: 'zh', title: /^odd/ } }, { found: 10, read: 10, keys: 10 }],
  [
    'two ranges of one field narrow together',
    { query: { year: { $gt: 2002, $lte: 2004 } } },
    { found: 12, read: 12, keys: 12 },
  ],
  [
    'an $or with an index for each branch',
    { query: { $or: [{ year: 2001 }, { language: 'zh', title: 'odd 5' }] } },
    { found: 7, read: 7, keys: 7 },
  ],
];

const open = async (indexes: Parameters<typeof collectionOf>[1]): Promise<DatabaseService> => {
  const database = openDatabase({
    file: ':memory:',
    now: () => new Date(0),
    collections: [collectionOf('works', indexes)],
  });
  await database.handle({
    action: 'database.insertDocument',
    collectionName: 'works',
    data: works.map(toWire),
  });
  return database;
};

const examine = async (database: DatabaseService, { query, order, limit }: Row[1]) => {
  const { reply, read, keys } = await database.handle({
    action: 'database.getDocument',
    collectionName: 'works',
    query: toWire(query),
    ...(order ? { order: toWire(order) } : {}),
    ...(limit === undefined ? {} : { limit }),
  });
  return { found: (reply as { data: { list: unknown[] } }).data.list.length, read, keys };
};

describe('documents and keys examined', () => {
  let database: DatabaseService;
  afterEach(() => database.close());

  it.each(multikey)('in a multikey index: %s', async (_, request, expected) => {
    database = await open([
      [
        ['terms', 1],
        ['rank', 1],
        ['language', 1],
      ],
    ]);
    expect(await examine(database, request)).toEqual(expected);
  });

  it.each(plain)('in indexes without arrays: %s', async (_, request, expected) => {
    database = await open([
      [
        ['language', 1],
        ['title', 1],
      ],
      [['year', 1]],
    ]);
    expect(await examine(database, request)).toEqual(expected);
  });

  it('a count over one range reads keys only', async () => {
    database = await open([
      [
        ['terms', 1],
        ['rank', 1],
      ],
    ]);
    const request = { action: 'database.calculateDocument', collectionName: 'works' };
    const one = await database.handle({ ...request, query: toWire({ terms: 'classic' }) });
    expect(one).toMatchObject({ reply: { data: { total: 20 } }, read: 0 });
    const two = await database.handle({ ...request, query: toWire({ terms: 'classic', title: 'even 0' }) });
    expect(two).toMatchObject({ reply: { data: { total: 1 } }, read: 20 });
  });

  it('refuses an index over two arrays in the words of MongoDB', async () => {
    database = await open([
      [
        ['terms', 1],
        ['rank', 1],
      ],
    ]);
    const data = [toWire({ terms: ['a'], rank: [1, 2] })];
    await expect(
      database.handle({ action: 'database.insertDocument', collectionName: 'works', data }),
    ).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('cannot index parallel arrays') as string,
    });
  });
});
