import { collectionOf } from './support/collection-of';
import type { Collection, Sdk, Transaction } from './support/sdks';
import { sdkNames, serveDatabase, type ServedDatabase } from './support/served-database';

let now = new Date('2026-03-01T00:00:00Z');
let served: ServedDatabase;

beforeAll(async () => {
  const collections = [
    collectionOf('books', [
      [
        ['terms', 1],
        ['rank', -1],
      ],
    ]),
    collectionOf('patrons', [[['card', 1]]], { unique: true }),
    collectionOf('loans'),
  ];
  served = await serveDatabase(collections, () => now);
});
afterAll(() => served.close());
beforeEach(async () => {
  now = new Date('2026-03-01T00:00:00Z');
  await served.clear();
});

const codes = {
  'wx-server-sdk': { missing: -502005, refused: -502001, conflict: -501001, invalid: -501007, gone: -501001 },
  '@cloudbase/node-sdk': {
    missing: 'DATABASE_COLLECTION_NOT_EXIST',
    refused: 'DATABASE_REQUEST_FAILED',
    conflict: 'DATABASE_TRANSACTION_CONFLICT',
    invalid: 'INVALID_PARAM',
    gone: 'DATABASE_TRANSACTION_FAIL',
  },
} as const;

/** A transaction, and the books as it sees them. */
const begin = async (sdk: Sdk): Promise<readonly [Collection, Transaction]> => {
  const transaction = await sdk.database.startTransaction();
  return [sdk.collection('books', transaction), transaction];
};

const ids = (rows: { data: Record<string, unknown>[] }): unknown[] => rows.data.map(({ _id }) => _id);

describe.each(sdkNames)('through %s', (name) => {
  const sdk = (): Sdk => served.sdk(name);
  const code = codes[name];
  const books = () => sdk().collection('books');

  const shelve = async (): Promise<void> => {
    const rows = [
      { _id: 'a', title: '红楼梦', terms: ['红楼', '小说'], rank: 3, stock: 2, price: 59.8 },
      { _id: 'b', title: '西游记', terms: ['西游', '小说'], rank: 5, stock: 0, price: 30 },
      { _id: 'c', title: 'War and Peace', terms: ['war'], rank: 1, stock: 1 },
    ];
    for (const row of rows) await sdk().add(books(), row);
  };

  it('a missing collection is reported', async () => {
    expect(await sdk().failure(() => sdk().collection('nowhere').get())).toMatchObject({
      code: code.missing,
    });
  });

  it('creates a collection once', async () => {
    await sdk().database.createCollection(`made by ${name}`);
    expect((await sdk().collection(`made by ${name}`).get()).data).toEqual([]);
    await expect(
      sdk().failure(() => sdk().database.createCollection(`made by ${name}`)),
    ).resolves.toMatchObject({
      message: expect.stringContaining('Table exist') as string,
    });
  });

  it('gives back every kind of value as it was sent', async () => {
    const values = {
      int: 7,
      big: 2 ** 40,
      negative: -1,
      half: 0.5,
      text: '书\u0000\u0001',
      yes: true,
      nothing: null,
      when: new Date(1),
      list: [1, [2], { deep: [new Date(2)] }],
      object: { a: { b: 1 } },
      empty: [],
      none: {},
    };
    const id = (await sdk().add(books(), values)) as string;
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await sdk().get(books().doc(id))).toEqual({ _id: id, ...values });
  });

  it('serverDate is the moved clock, with its offset', async () => {
    now = new Date('2031-05-05T05:05:05.005Z');
    const { database: db } = sdk();
    await sdk().set(books().doc('t'), {
      at: db.serverDate(),
      later: { at: db.serverDate({ offset: 60_000 }) },
    });
    expect(await sdk().get(books().doc('t'))).toEqual({
      _id: 't',
      at: now,
      later: { at: new Date(now.getTime() + 60_000) },
    });
  });

  it('adds several documents at once', async () => {
    await sdk().add(books(), [{ _id: 'x' }, { _id: 'y' }]);
    expect((await books().count()).total).toBe(2);
  });

  it('queries with and, or, all, in, regular expressions, order, page and fields', async () => {
    await shelve();
    const { command: _, database: db } = sdk();
    const terms = _['all']?.(['小说', '红楼']);
    expect(ids(await books().where({ terms }).get())).toEqual(['a']);
    const pattern = db.RegExp({ regexp: '^war', options: 'i' });
    expect(ids(await books().where({ title: pattern }).get())).toEqual(['c']);
    const either = _['or']?.([{ title: pattern }, { stock: _['in']?.([2]) }]);
    expect(ids(await books().where(either).orderBy('rank', 'desc').get())).toEqual(['a', 'c']);
    expect(ids(await books().where({ terms: '小说' }).orderBy('rank', 'desc').limit(1).get())).toEqual(['b']);
    expect(ids(await books().orderBy('rank', 'asc').skip(1).limit(1).get())).toEqual(['a']);
    expect((await books().where({ _id: 'a' }).field({ title: true }).get()).data).toEqual([
      { _id: 'a', title: '红楼梦' },
    ]);
  });

  it('gives 100 documents by default and 1000 at most', async () => {
    await sdk().add(
      books(),
      Array.from({ length: 1100 }, (_, n) => ({ n })),
    );
    expect((await books().get()).data).toHaveLength(100);
    expect((await books().limit(5000).get()).data).toHaveLength(1000);
    expect(await sdk().aggregate(books().aggregate())).toHaveLength(20);
  });

  it('updates with modifiers and counts only what changed', async () => {
    await shelve();
    const { command: _ } = sdk();
    const change = {
      stock: _['inc']?.(3),
      'meta.x': 1,
      price: _['remove']?.(),
      terms: _['push']?.(['神魔']),
    };
    expect(await sdk().update(books().doc('b'), change)).toBe(1);
    expect(await sdk().get(books().doc('b'))).toEqual({
      _id: 'b',
      title: '西游记',
      terms: ['西游', '小说', '神魔'],
      rank: 5,
      stock: 3,
      meta: { x: 1 },
    });
    expect(await sdk().update(books().doc('b'), { rank: 5 })).toBe(0);
    expect(await sdk().update(books().doc('nobody'), { rank: 5 })).toBe(0);
    expect(await sdk().update(books().where({ terms: '小说' }), { seen: true })).toBe(2);
  });

  it('a conditional update is won by as many as there are copies', async () => {
    await shelve();
    const { command: _ } = sdk();
    const tries = Array.from({ length: 6 }, () =>
      sdk().update(books().where({ _id: 'a', stock: _['gt']?.(0) }), { stock: _['inc']?.(-1) }),
    );
    expect((await Promise.all(tries)).filter((updated) => updated === 1)).toHaveLength(2);
  });

  it('set creates, replaces, and leaves an equal document alone', async () => {
    expect(await sdk().set(books().doc('s'), { n: 1, old: true })).toBe('created');
    expect(await sdk().set(books().doc('s'), { n: 2 })).toBe('updated');
    expect(await sdk().set(books().doc('s'), { n: 2 })).toBe('same');
    expect(await sdk().get(books().doc('s'))).toEqual({ _id: 's', n: 2 });
  });

  it('removes one and many', async () => {
    await shelve();
    expect(await sdk().remove(books().doc('c'))).toBe(1);
    expect(await sdk().remove(books().where({ terms: '小说' }))).toBe(2);
    expect((await books().count()).total).toBe(0);
  });

  it('a unique index refuses the second, and counts a missing field as null', async () => {
    const patrons = sdk().collection('patrons');
    await sdk().add(patrons, { card: '1' });
    const twice = await sdk().failure(() => sdk().add(patrons, { card: '1' }));
    expect(twice).toMatchObject({ code: code.refused, message: expect.stringContaining('E11000') as string });
    await sdk().add(patrons, { name: 'no card' });
    expect(await sdk().failure(() => sdk().add(patrons, { name: 'none either' }))).toMatchObject({
      code: code.refused,
    });
    expect(await sdk().failure(() => sdk().add(patrons, [{ card: '2' }, { card: '2' }]))).toMatchObject({
      code: code.refused,
    });
    expect((await patrons.count()).total).toBe(2);
  });

  it('groups, looks up and projects', async () => {
    await shelve();
    await sdk().add(sdk().collection('loans'), { _id: 'l', bookId: 'b' });
    const { aggregate: $ } = sdk().command;
    const grouped = books()
      .aggregate()
      .match({ terms: '小说' })
      .group({ _id: null, n: $['sum']?.(1), stock: $['sum']?.('$stock') });
    expect(await sdk().aggregate(grouped)).toEqual([{ _id: null, n: 2, stock: 2 }]);
    const looked = sdk()
      .collection('loans')
      .aggregate()
      .lookup({ from: 'books', localField: 'bookId', foreignField: '_id', as: 'book' })
      .project({ title: $['arrayElemAt']?.(['$book.title', 0]) });
    expect(await sdk().aggregate(looked)).toEqual([{ _id: 'l', title: '西游记' }]);
  });

  describe('transactions', () => {
    it('shows its writes to itself at once and to others after the commit', async () => {
      await shelve();
      const [rows, transaction] = await begin(sdk());
      await sdk().update(rows.doc('a'), { stock: 9 });
      expect(await sdk().get(rows.doc('a'))).toMatchObject({ stock: 9 });
      expect(await sdk().get(books().doc('a'))).toMatchObject({ stock: 2 });
      await transaction.commit();
      expect(await sdk().get(books().doc('a'))).toMatchObject({ stock: 9 });
    });

    it('reads the snapshot of its beginning', async () => {
      await shelve();
      const [rows, transaction] = await begin(sdk());
      await sdk().update(books().doc('a'), { stock: 100 });
      await sdk().remove(books().doc('b'));
      expect(await sdk().get(rows.doc('a'))).toMatchObject({ stock: 2 });
      expect(await sdk().get(rows.doc('b'))).toMatchObject({ stock: 0 });
      await transaction.rollback();
    });

    it('a second writer fails at update(), and so does one whose document changed since', async () => {
      await shelve();
      const [first, one] = await begin(sdk());
      const [second] = await begin(sdk());
      const [third] = await begin(sdk());
      await sdk().update(first.doc('a'), { stock: 5 });
      const conflict = await sdk().failure(() => sdk().update(second.doc('a'), { stock: 6 }));
      expect(conflict).toMatchObject({
        code: code.conflict,
        message: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') as string,
      });
      await one.commit();
      expect((await sdk().failure(() => sdk().update(third.doc('a'), { stock: 7 }))).code).toBe(
        code.conflict,
      );
    });

    it('a plain write waits for the lock and applies on top', async () => {
      await shelve();
      const [rows, transaction] = await begin(sdk());
      await sdk().update(rows.doc('a'), { stock: 7 });
      let isThrough = false;
      const plain = sdk()
        .update(books().doc('a'), { stock: sdk().command['inc']?.(1) })
        .then((updated) => {
          isThrough = true;
          return updated;
        });
      expect(await sdk().get(books().doc('b'))).toBeDefined();
      expect(isThrough).toBe(false);
      await transaction.commit();
      expect(await plain).toBe(1);
      expect(await sdk().get(books().doc('a'))).toMatchObject({ stock: 8 });
    });

    it('ends after 30 seconds of clock time, and is unknown once it is over', async () => {
      await shelve();
      const [rows, transaction] = await begin(sdk());
      await sdk().update(rows.doc('a'), { stock: 7 });
      now = new Date(now.getTime() + 30_000);
      const late = await sdk().failure(() => sdk().update(rows.doc('b'), { stock: 7 }));
      expect(late).toMatchObject({
        code: code.gone,
        message: expect.stringContaining('TransactionNotExist') as string,
      });
      expect(await sdk().update(books().doc('a'), { stock: 1 })).toBe(1);
      await expect(sdk().failure(() => transaction.commit())).resolves.toBeDefined();
    });

    it('rolls back', async () => {
      await shelve();
      const [rows, transaction] = await begin(sdk());
      await sdk().remove(rows.doc('a'));
      expect(await sdk().get(rows.doc('a'))).toBeFalsy();
      await transaction.rollback();
      expect(await sdk().get(books().doc('a'))).toMatchObject({ stock: 2 });
    });

    it('where().update() inside one runs outside it, because the SDK sends no transactionId', async () => {
      await shelve();
      const [rows, transaction] = await begin(sdk());
      await sdk().update(rows.where({ _id: 'a' }), { stock: 77 });
      await transaction.rollback();
      expect(await sdk().get(books().doc('a'))).toMatchObject({ stock: 77 });
    });

    it('refuses a query that is not by document id', async () => {
      const [rows, transaction] = await begin(sdk());
      expect(await sdk().failure(() => rows.where({ stock: 1 }).get())).toMatchObject({ code: code.invalid });
      await transaction.rollback();
    });
  });
});
