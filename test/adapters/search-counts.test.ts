import { cloudSearchCounts } from '../../cloudfunctions/catalog/adapters/cloud-search-counts';
import { openMemoryDatabase, type MemoryDatabase } from '../support/memory-database';

const day = '2026-11-21';
let memory: MemoryDatabase;

beforeAll(async () => {
  memory = await openMemoryDatabase();
});
afterAll(() => memory.close());

test('of many who search for the same at the same moment each group counts once', async () => {
  const counts = cloudSearchCounts(memory.database);
  const groups = [1, 2, 3, 1, 2, 3];
  await Promise.all(groups.map((group) => counts.add(day, '红楼梦', group)));
  expect(await counts.since(day)).toMatchObject([{ query: '红楼梦', count: 3 }]);
});

test('a count that could not be added is told, not swallowed', async () => {
  const add = cloudSearchCounts(memory.database).add('x'.repeat(70_000), '红楼梦', 1);
  await expect(add).rejects.toMatchObject({ errCode: -502001 });
});

test('what was searched for most often comes first, whichever day it was', async () => {
  const counts = cloudSearchCounts(memory.database);
  for (const group of [1, 2, 3, 4]) await counts.add('2026-11-23', '三体', group);
  for (const group of [1, 2, 3, 4, 5]) await counts.add('2026-11-22', '活着', group);
  const queries = (await counts.since('2026-11-22')).map(({ query }) => query);
  expect(queries).toEqual(['活着', '三体']);
});
