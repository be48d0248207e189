import { Busy } from '../../cloudfunctions/kernel/busy';
import { inTransaction } from '../../cloudfunctions/kernel/wechat/cloud-transaction';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

let memory: MemoryDatabase;
beforeAll(async () => {
  memory = await openMemoryDatabase();
});
afterAll(() => memory.close());

type Counter = { readonly count: number };
const collection = 'jobs';
const counterOf = async (id: string): Promise<unknown> =>
  ((await memory.database.collection(collection).doc(id).get()) as { data: unknown }).data;

test('twenty at once that read and write one document all get their turn, one after the other', async () => {
  const run = inTransaction(memory.database);
  const add = () =>
    run(async (transaction) => {
      const count = ((await transaction.read<Counter>(collection, 'turns'))?.count ?? 0) + 1;
      await transaction.put(collection, 'turns', { count });
      return count;
    });
  const counts = await Promise.all(Array.from({ length: 20 }, add));
  expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(await counterOf('turns')).toMatchObject({ count: 20 });
});

test('what is thrown inside undoes all of it and reaches the caller', async () => {
  const run = inTransaction(memory.database);
  const failing = run(async (transaction) => {
    await transaction.put(collection, 'half', { count: 1 });
    throw new Error('in the middle');
  });
  await expect(failing).rejects.toThrow('in the middle');
  expect(await counterOf('half')).toBeNull();
});

test('a document that is not there is null; one is added, changed and removed', async () => {
  const run = inTransaction(memory.database);
  await run(async (transaction) => {
    expect(await transaction.read(collection, 'one')).toBeNull();
    await transaction.add(collection, { _id: 'one', count: 1, kept: true });
  });
  await run((transaction) => transaction.change(collection, 'one', { count: 2 }));
  expect(await counterOf('one')).toEqual({ _id: 'one', count: 2, kept: true });
  await run((transaction) => transaction.remove(collection, 'one'));
  expect(await counterOf('one')).toBeNull();
});

test('a document that another transaction does not let go of makes it busy, and nothing is written', async () => {
  const { database } = memory;
  const held = (await database.startTransaction()) as unknown as {
    collection(name: string): { doc(id: string): { set(options: object): Promise<unknown> } };
    rollback(): Promise<unknown>;
  };
  await held
    .collection(collection)
    .doc('held')
    .set({ data: { count: 1 } });
  const writing = inTransaction(database)((transaction) => transaction.put(collection, 'held', { count: 2 }));
  await expect(writing).rejects.toThrow(Busy);
  await held.rollback();
  expect(await counterOf('held')).toBeNull();
});
