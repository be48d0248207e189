import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '../../database/collections/schema';
import { loadSeed } from '../../database/seed/load-seed';
import { REPOSITORY } from '../../local/cloud/cloud-parts';
import { workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { openTestCloud, type TestCloud } from '../cloud/test-cloud';

// A seed of our own: what the whole demo library does not show.
jest.setTimeout(60_000);
const folder = mkdtempSync(join(tmpdir(), 'seed-'));
const book = (id: string, title: string) => ({ _id: id, title, authors: [], isbns: [], subjects: [] });
const write = (collection: string, documents: readonly object[]) =>
  writeFileSync(
    join(folder, `${collection}.jsonl`),
    documents.map((document) => `${JSON.stringify(document)}\n`).join(''),
  );

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openTestCloud({ projectRoot: REPOSITORY, collections: schema });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

const count = (collection: string) => workbenchAt(cloud.url).count(collection);

test('a document that is refused ends the loading by the name of its file', async () => {
  write('books', [book('b1', '梨园旧事考略')]);
  write('copies', [{ _id: 7, bookId: 'b1' }]);
  await expect(loadSeed(cloud.url, folder)).rejects.toThrow(/copies\.jsonl.*_id must be a string/);
  expect(await count('books')).toBe(1);
});

test('what was interrupted is completed and indexed, and found', async () => {
  write('books', [book('b1', '梨园旧事考略'), book('b2', '汴梁灯市图说')]);
  write('copies', [{ _id: 'c1', bookId: 'b2', branchId: 'main', status: 'available' }]);
  expect(await loadSeed(cloud.url, folder)).toEqual({ books: 2, copies: 1 });
  expect([await count('books'), await count('copies'), await count('reindex_requests')]).toEqual([2, 1, 0]);
  const input = { query: '汴梁灯市' };
  expect(await cloud.call('oReader', 'catalog', { action: 'search', input })).toMatchObject({
    value: { results: [{ bookId: 'b2', title: '汴梁灯市图说' }] },
  });
});
