import { contradictions } from '../../database/check-library/contradictions';
import { readLibrary } from '../../database/check-library/read-library';
import { toLoan } from '../../database/import/read-loans';
import { openCloud } from '../../local/cloud/open-cloud';
import { workbenchAt } from '../../local/cloud/workbench/workbench-client';
import { fileWith, newFolder } from './read-file';
import { reportOf, runImport } from './running-import';

jest.setTimeout(300_000);

const row = { 证号: 'S2023001', 条码号: 'C1', 借出日期: '2026/3/1', 应还日期: '2026-03-31' };

test('a row as a loan', () => {
  expect(toLoan(row)).toEqual({
    card: 'S2023001',
    barcode: 'C1',
    borrowedOn: '2026-03-01',
    dueOn: '2026-03-31',
    returnedOn: null,
    renewals: 0,
  });
});

test.each([
  ['no card', { 证号: '' }, 'no-card'],
  ['no barcode', { 条码号: '' }, 'no-barcode'],
  ['no due day', { 应还日期: 'soon' }, 'bad-loan-day'],
  ['due before it was borrowed', { 应还日期: '2026-02-01' }, 'bad-loan-day'],
  ['a return that is no day', { 归还日期: 'yesterday' }, 'bad-loan-day'],
  ['renewals that are no number', { 续借次数: 'twice' }, 'bad-renewals'],
])('%s is refused', (_, change, code) => {
  expect(toLoan({ ...row, ...change })).toBe(code);
});

test('loans are taken over, brought up to date and closed; the library stays in order', async () => {
  const folder = newFolder();
  const cloud = await openCloud({ dataFolder: folder });
  try {
    const workbench = workbenchAt(cloud.url);
    const put = (name: string, documents: readonly object[]) =>
      workbench.importLines(name, 'insert', documents.map((each) => JSON.stringify(each)).join('\n'));
    await put('books', [{ _id: 'b1', title: '边城', authors: ['沈从文'], isbns: [], subjects: [] }]);
    await put('copies', [{ _id: 'C1', bookId: 'b1', branchId: 'main', status: 'available' }]);
    await put('patrons', [
      { _id: 'S2023001', name: '周敏', category: 'undergraduate' },
      { _id: 'S2023002', name: '林晓', category: 'undergraduate' },
    ]);
    const importing = async (...rows: readonly object[]) => {
      const file = fileWith(rows.map((each) => JSON.stringify(each)).join('\n'), 'loans.jsonl');
      const { read, added, updated, unchanged, rejected } = reportOf(
        await runImport('--to', 'loans', '--data', folder, file),
      );
      expect(contradictions(await readLibrary(cloud.url))).toEqual([]);
      return { read, added, updated, unchanged, codes: rejected.map(({ code }) => code) };
    };
    const nothing = { added: 0, updated: 0, unchanged: 0, codes: [] };
    expect(await importing(row, { ...row, 证号: 'nobody-1' }, { ...row, 条码号: 'C9' })).toEqual({
      ...nothing,
      read: 3,
      added: 1,
      codes: ['unknown-card', 'unknown-barcode'],
    });
    expect(await importing(row, { ...row, 证号: 'S2023002' })).toEqual({
      ...nothing,
      read: 2,
      unchanged: 1,
      codes: ['on-loan-already'],
    });
    const renewed = { ...row, 应还日期: '2026-04-30', 续借次数: 1 };
    expect(await importing(renewed)).toEqual({ ...nothing, read: 1, updated: 1 });
    expect(await importing({ ...renewed, 归还日期: '2026-04-02' })).toEqual({
      ...nothing,
      read: 1,
      updated: 1,
    });
    expect(await workbench.find('copies', {})).toMatchObject([{ status: 'available' }]);
    const lines = await workbench.find('audit', { action: 'circulation.importLoans' });
    expect(lines).toHaveLength(4);
    expect(lines).toContainEqual(
      expect.objectContaining({
        actor: { kind: 'job', name: 'import' },
        patron: null,
        counts: { added: 1, updated: 0, unchanged: 0, rejected: 2 },
      }),
    );
  } finally {
    await cloud.close();
  }
});
