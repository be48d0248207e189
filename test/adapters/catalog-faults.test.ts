import { addDocuments } from '../../cloudfunctions/kernel/wechat/cloud-additions';
import { cloudFaults } from '../../cloudfunctions/kernel/wechat/cloud-faults';
import { documentRange, type DocumentFault } from '../../cloudfunctions/kernel/document-fault';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

// 1,100 documents go over HTTP several times.
jest.setTimeout(60_000);
let memory: MemoryDatabase;

beforeAll(async () => {
  memory = await openMemoryDatabase();
});
afterAll(() => memory.close());

const countOf = async (collection: string): Promise<number> => {
  const { total } = (await memory.database.collection(collection).count()) as { total: number };
  return total;
};

test('lists 1,100 broken copies once, however often they are seen, and takes the mended ones off', async () => {
  const faults = cloudFaults(memory.database, () => new Date());
  const broken = Array.from({ length: 1100 }, (_, i) => ({
    _id: `copies/c${i}`,
    field: 'status',
    code: 'unknown-status' as const,
  }));
  const ids = broken.map(({ _id }) => _id);
  for (let pass = 0; pass < 2; pass += 1) await faults.renew(ids, broken);
  expect(await countOf('faults')).toBe(1100);
  await faults.renew(ids, broken.slice(0, 20));
  expect(await countOf('faults')).toBe(20);
});

test('runs that note the same faults at once all come to their end', async () => {
  const faults = cloudFaults(memory.database, () => new Date());
  const ids = ['books/b1', 'books/b2'];
  const found = ids.map((_id) => ({ _id, field: 'title', code: 'missing' as const }));
  await Promise.all([faults.renew(ids, found), faults.renew(ids, found), faults.renew(ids, found)]);
  const noted = memory.database.collection('faults').where({ field: 'title' });
  expect(await noted.count()).toMatchObject({ total: 2 });
});

test('adds what is not there yet, and throws what keeps everything away', async () => {
  const { database } = memory;
  const jobs = database.collection('jobs');
  await jobs.add({ data: { _id: 'one', dueAt: 1 } });
  await addDocuments(database, 'jobs', [{ _id: 'one' }, { _id: 'two' }]);
  const { data } = (await jobs.get()) as { data: readonly unknown[] };
  expect(data).toEqual([{ _id: 'one', dueAt: 1 }, { _id: 'two' }]);
  await expect(addDocuments(database, 'no_such_collection', [{ _id: 'one' }])).rejects.toThrow(
    'no_such_collection',
  );
});

const fault = (field: string, code: DocumentFault['code']) => ({ _id: 'books/several', field, code });

const list = () => cloudFaults(memory.database, () => new Date('2026-11-22T00:00:00Z'));
const kept = async (_id: string) => {
  const { data } = (await memory.database.collection('faults').where({ _id }).get()) as { data: unknown[] };
  return data;
};

describe('one document, several faults', () => {
  test('tells all of them in Chinese, the first in front, each once', async () => {
    const faults = [
      fault('title', 'missing'),
      fault('year', 'not-a-whole-number'),
      fault('title', 'missing'),
    ];
    await list().renew(['books/several'], faults);
    expect(await kept('books/several')).toEqual([
      {
        _id: 'books/several',
        field: 'title',
        code: 'missing',
        message: '没有填写',
        more: [{ field: 'year', code: 'not-a-whole-number', message: '应为整数' }],
        seenAt: new Date('2026-11-22T00:00:00Z'),
      },
    ]);
  });

  test('one that is mended goes, and the others stay', async () => {
    await list().renew(['books/several'], [fault('year', 'not-a-whole-number')]);
    expect(await kept('books/several')).toMatchObject([{ field: 'year', more: [] }]);
  });

  test('a document that is gone leaves with its range, and what is beyond stays', async () => {
    await list().renew(
      ['books/a', 'books/c'],
      ['books/a', 'books/c'].map((_id) => ({ ...fault('title', 'missing'), _id })),
    );
    await list().renewRange(documentRange('books', '', 'b'), []);
    expect([await kept('books/a'), (await kept('books/c')).length]).toEqual([[], 1]);
    await list().renewRange(documentRange('books', 'b'), []);
    expect([await kept('books/c'), await kept('books/several')]).toEqual([[], []]);
  });
});
