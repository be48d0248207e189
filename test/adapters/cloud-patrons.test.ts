import { inTransaction } from '../../cloudfunctions/kernel/wechat/cloud-transaction';
import { cloudPatron, patronWithin } from '../../cloudfunctions/membership/adapters/cloud-patrons';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

let memory: MemoryDatabase;
beforeAll(async () => {
  memory = await openMemoryDatabase();
  const patrons = memory.database.collection('patrons');
  await patrons.add({
    data: { _id: '2021302417', name: '林知夏', category: 'undergraduate', initialPin: 'x' },
  });
});
afterAll(() => memory.close());

const known = {
  card: '2021302417',
  name: '林知夏',
  category: 'undergraduate',
  status: 'active',
  endsOn: null,
};

test('a patron is read by card, and nobody by a card that is not there', async () => {
  const read = cloudPatron(memory.database);
  expect(await read('2021302417')).toEqual(known);
  expect(await read('nobody')).toBeNull();
});

test('the same inside a transaction', async () => {
  const run = inTransaction(memory.database);
  expect(await run((transaction) => patronWithin(transaction, '2021302417'))).toEqual(known);
  expect(await run((transaction) => patronWithin(transaction, 'nobody'))).toBeNull();
});
