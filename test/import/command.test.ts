import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../database/import/arguments';
import type { Report } from '../../database/import/report';
import { startCloud, type Cloud } from '../../local/cloud/start-cloud';
import { connectDatabase } from '../../database/import/writing/cloud-database';
import { chineseNovel, isoRecord, romanisedNovel } from './marc-file';
import { fileWith, newFolder } from './read-file';

jest.setTimeout(120_000);

const root = join(__dirname, '../..');

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

const importing = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'database/import/import.ts', ...args];
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

const reportOf = ({ stdout }: Ran): Report => JSON.parse(stdout) as Report;
const counts = ({ read, added, updated, unchanged, rejected }: Report) => [
  read,
  added,
  updated,
  unchanged,
  rejected.length,
];

const twoRecords = Buffer.concat([
  isoRecord({ fields: chineseNovel }),
  Buffer.from('00026     2200025   4500\u001e\u001d'),
  isoRecord({ fields: romanisedNovel, coding: 'a' }),
]);

describe('wrong arguments', () => {
  test.each([
    ['no file', [], '没有写要导入的文件'],
    ['an unknown format', ['--format', 'pdf', 'x'], '--format pdf：只能是 marc21'],
    ['an unknown encoding', ['--encoding', 'klingon', 'x'], '--encoding klingon：只能是 utf-8'],
    ['an unknown option', ['--nope', 'x'], '没有 --nope 这个选项'],
    ['an option without its value', ['x', '--format'], '--format 的写法不对'],
    ['a value where there is none', ['--update-status=yes', 'x'], '--update-status 的写法不对'],
    ['another collection', ['--to', 'fines', 'x'], '--to fines：只能是 books'],
    ['an option of books for patrons', ['--to', 'patrons', '--branch', 'main', 'x'], '时不能用 --branch'],
    ['a file of PINs', ['--to', 'patrons', '--write-jsonl', 'o', 'x'], '时不能用 --write-jsonl'],
    ['patrons in MARC', ['--to', 'patrons', '--format', 'marc21', 'x'], '只能是 csv、xlsx、jsonl'],
    ['a branch without its code', ['--branch', '总馆=', 'x'], '--branch 总馆=：'],
    ['a code without a branch', ['--branch', '=main', 'x'], '--branch =main：'],
    ['no branch', ['--branch', ' ', 'x'], '两边都不能空'],
  ])('%s', (_, args, reason) => {
    expect(() => readArguments(args)).toThrow(reason);
  });

  test.each([
    ['without a file', []],
    ['with an option that it does not know', ['--nope', 'x']],
  ])('%s the command says how to call it, and ends with 2', async (_, args) => {
    const { code, stderr, stdout } = await importing(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('npm run import -- [options] FILE');
  });

  test('where it cannot write it says why without a trace, and ends with 1', async () => {
    const { code, stderr } = await importing('--write-jsonl', '/nowhere/o.jsonl', fileWith(twoRecords));
    expect(code).toBe(1);
    expect(stderr).toContain('/nowhere/o.jsonl');
    expect(stderr).not.toContain('    at ');
  });
});

describe('into files for the cloud console', () => {
  test('documents as the console imports them, and a report on both ways', async () => {
    const folder = newFolder();
    const ran = await importing(
      '--write-jsonl',
      `${folder}/o.jsonl`,
      '--report',
      `${folder}/r.json`,
      fileWith(twoRecords, 'two.mrc'),
    );
    expect(ran.code).toBe(0);
    const report = reportOf(ran);
    expect(counts(report)).toEqual([3, 2, 0, 0, 1]);
    expect(report.rejected).toMatchObject([{ file: 'two.mrc', record: 2, code: 'bad-directory' }]);
    expect(JSON.parse(readFileSync(`${folder}/r.json`, 'utf8'))).toEqual(report);
    const lines = readFileSync(`${folder}/o.jsonl`, 'utf8').trimEnd().split('\n');
    const books = lines.map((line) => JSON.parse(line) as { _id: string; addedOn: string });
    expect(books.map(({ _id }) => _id)).toEqual(['012000123456', 'OCoLC:ocm0042']);
    expect(books[0]?.addedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(readFileSync(`${folder}/o.copies.jsonl`, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  test('a file of which no record can be read ends with 2', async () => {
    const lines = fileWith('{bad\n{worse\n', 'bad.jsonl');
    const ran = await importing('--format', 'jsonl', '--write-jsonl', `${newFolder()}/o.jsonl`, lines);
    expect([ran.code, ...counts(reportOf(ran))]).toEqual([2, 2, 0, 0, 0, 2]);
  });

  test('a file that cannot be read ends with 2, and the others are imported', async () => {
    const folder = newFolder();
    const ran = await importing(
      '--write-jsonl',
      `${folder}/o.jsonl`,
      `${folder}/missing.mrc`,
      fileWith(twoRecords),
    );
    expect(ran.code).toBe(2);
    const report = reportOf(ran);
    expect(report.rejected[0]).toMatchObject({ file: 'missing.mrc', record: 0, code: 'missing-file' });
    expect(report.added).toBe(2);
    expect(existsSync(`${folder}/o.jsonl`)).toBe(true);
    expect(ran.stderr.trimEnd().split('\n').at(-1)).toBe(
      `完成：已写入 ${folder}/o.jsonl、${folder}/o.copies.jsonl`,
    );
  });
});

const search = async (url: string, query: string): Promise<string> => {
  const data = { action: 'search', input: { query } };
  const response = await fetch(`${url}/workbench/call`, {
    method: 'POST',
    body: JSON.stringify({ openid: 'o-reader', function: 'catalog', data }),
  });
  return JSON.stringify(await response.json());
};

test('two imports at once into a new folder both arrive', async () => {
  const dataFolder = newFolder();
  const importOne = (id: string) =>
    importing('--data', dataFolder, fileWith(JSON.stringify({ id, title: `题名 ${id}` })));
  const [one, other] = await Promise.all([importOne('t1'), importOne('t2')]);
  expect([one.code, other.code]).toEqual([0, 0]);
  expect([reportOf(one).added, reportOf(other).added]).toEqual([1, 1]);
});

describe('into the embedded cloud', () => {
  const dataFolder = newFolder();
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startCloud({ dataFolder });
  });
  afterAll(() => cloud.close());

  const books = () => connectDatabase(cloud.environment);
  const importFile = async (content: Buffer | string, ...args: string[]) =>
    reportOf(await importing('--data', dataFolder, ...args, fileWith(content)));

  test('a second import changes nothing, and what a librarian wrote stays', async () => {
    expect(counts(await importFile(twoRecords))).toEqual([3, 2, 0, 0, 1]);
    expect(counts(await importFile(twoRecords))).toEqual([3, 0, 0, 2, 1]);
    const [before] = await books().find('books', ['OCoLC:ocm0042']);
    await books().update('books', 'OCoLC:ocm0042', {
      summary: '馆员写的提要',
      shelfNote: '善本',
      title: '石头记',
    });
    await books().update('copies', 'B0001', { status: 'on-loan' });

    const again = await importFile(twoRecords);
    expect(counts(again)).toEqual([3, 0, 1, 1, 1]);
    expect(again.copies).toEqual({ added: 0, updated: 0, unchanged: 3 });
    const [after] = await books().find('books', ['OCoLC:ocm0042']);
    expect(after).toEqual({ ...before, summary: '馆员写的提要', shelfNote: '善本' });
    expect((await books().find('copies', ['B0001']))[0]).toMatchObject({ status: 'on-loan' });
  });

  test('fields to keep are filled in but never overwritten', async () => {
    const row = '{"id":"k1","title":"来源的题名","publisher":"P"}';
    await importFile(`{"id":"k1","title":"手改的题名"}`);
    expect(counts(await importFile(row, '--keep', 'title'))).toEqual([1, 0, 1, 0, 0]);
    expect((await books().find('books', ['k1']))[0]).toMatchObject({ title: '手改的题名', publisher: 'P' });
  });

  test('a book that is there under its ISBN is updated', async () => {
    await books().insert('books', [{ _id: '9787506365437', title: '活着', isbns: ['9787506365437'] }]);
    expect(counts(await importFile('题名,ISBN,出版社\n活着,978-7-5063-6543-7,作家出版社\n'))).toEqual([
      1, 0, 1, 0, 0,
    ]);
    expect((await books().find('books', ['9787506365437']))[0]).toMatchObject({ publisher: '作家出版社' });
  });

  test('the last line says that all is done', async () => {
    const ran = await importing('--data', dataFolder, fileWith('{"id":"z1","title":"x"}'));
    expect(ran.stderr.trimEnd().split('\n').at(-1)).toBe('完成：检索索引已更新');
    expect(ran.stderr).not.toContain('0%');
  });

  test('a record that comes twice in one file is added once', async () => {
    const lines = ['a', 'a', 'b'].map((title) => JSON.stringify({ id: 'twice', title })).join('\n');
    expect(counts(await importFile(lines))).toEqual([3, 1, 1, 1, 0]);
    expect((await books().find('books', ['twice']))[0]).toMatchObject({ title: 'b' });
  });

  test('what was imported is found, and by its new title after a second import', async () => {
    await importFile('{"id":"s1","title":"梨园旧事考略"}');
    expect(await search(cloud.url, '梨园旧事考略')).toContain('"bookId":"s1"');
    await importFile('{"id":"s1","title":"汴梁灯市图说"}');
    expect(await search(cloud.url, '汴梁灯市图说')).toContain('"bookId":"s1"');
  });
});
