import { everyDocument } from '../../cloudfunctions/kernel/wechat/cloud-records';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

let memory: MemoryDatabase;

beforeAll(async () => {
  memory = await openMemoryDatabase();
});
afterAll(() => memory.close());

const barcodes = Array.from({ length: 1500 }, (_, i) => `c${String(i).padStart(4, '0')}`);

test('reads every page of the documents that were asked for by id, and no other', async () => {
  const { database } = memory;
  await database.collection('copies').add({ data: barcodes.map((_id) => ({ _id, bookId: 'b1' })) });
  await database.collection('copies').add({ data: [{ _id: 'c0999-other' }, { _id: 'd1' }] });
  const found = await everyDocument<{ _id: string }>(database, 'copies', {
    _id: database.command.in(barcodes),
  });
  expect(found.map(({ _id }) => _id)).toEqual(barcodes);
});
