import { categoryFinder, toPatron } from '../../database/import/documents/patron';
import { openCloud } from '../../local/cloud/open-cloud';
import { connectDatabase, type CloudDatabase } from '../../database/import/writing/cloud-database';
import { scryptPins } from '../../cloudfunctions/membership/adapters/scrypt-pins';
import type { HashedPin } from '../../cloudfunctions/membership/ports/binding';
import { fileWith, newFolder } from './read-file';
import { reportOf, runImport } from './running-import';

jest.setTimeout(300_000);

const findCategory = categoryFinder([
  { _id: 'undergraduate', name: '本科生' },
  { _id: 'staff', name: '教职工' },
]);
const row = {
  学号: 'S2023001',
  姓名: '周敏',
  类别: '本科生',
  院系: '文学院',
  有效期至: '2027/6/30',
  初始密码: '010203',
};

test('a row as a patron, its category by name or by code', () => {
  const patron = {
    _id: 'S2023001',
    name: '周敏',
    category: 'undergraduate',
    department: '文学院',
    endsOn: '2027-06-30',
  };
  expect(toPatron(row, findCategory)).toEqual({ patron, initialPin: '010203' });
  expect(toPatron({ ...row, 类别: 'undergraduate' }, findCategory)).toEqual({ patron, initialPin: '010203' });
});

test.each([
  ['a card that Excel took for a number', { 学号: 2023001 }, { patron: { _id: '2023001' } }],
  ['a card in full width', { 学号: 'Ｓ２０２３００１' }, { patron: { _id: 'S2023001' } }],
  ['a day of Excel', { 有效期至: new Date('2027-06-30T00:00:00Z') }, { patron: { endsOn: '2027-06-30' } }],
  ['no PIN', { 初始密码: '' }, { initialPin: null }],
  ['no card', { 学号: '' }, { code: 'no-card' }],
  ['a card that none can have', { 学号: '张三!' }, { code: 'bad-card' }],
  ['no name', { 姓名: ' ' }, { code: 'no-name' }],
  ['no category', { 类别: undefined }, { code: 'unknown-category' }],
  ['a category that is not there', { 类别: '旁听生' }, { code: 'unknown-category' }],
  ['an end that is no day', { 有效期至: '毕业' }, { code: 'bad-end-day' }],
  ['a PIN that nobody could type', { 初始密码: '1'.repeat(65) }, { code: 'bad-pin' }],
])('%s', (_, change, expected) => {
  expect(toPatron({ ...row, ...change }, findCategory)).toMatchObject(expected);
});

test('no end stated is none; what the source does not state is left out', () => {
  expect(toPatron({ ...row, 有效期至: '', 院系: '' }, findCategory)).toEqual({
    patron: { _id: 'S2023001', name: '周敏', category: 'undergraduate' },
    initialPin: '010203',
  });
});

test('why a row is refused never repeats its PIN', () => {
  for (const change of [{ 姓名: '' }, { 类别: 'x' }, { 有效期至: 'x' }, { 初始密码: '9'.repeat(80) }])
    expect(JSON.stringify(toPatron({ ...row, ...change }, findCategory))).not.toMatch(/010203|9{20}/);
});

const lines = (pin: string) =>
  fileWith(
    `证号,姓名,读者类别,初始密码\nS2023001,周敏,本科生,${pin}\nS2023002,李想,本科生,${pin}\n`,
    'p.csv',
  );

type Secret = HashedPin & { readonly mustChange: boolean };

describe('the command', () => {
  let folder: string;
  const inCloud = async <T>(work: (database: CloudDatabase) => Promise<T>): Promise<T> => {
    const cloud = await openCloud({ dataFolder: folder });
    try {
      return await work(connectDatabase(cloud.environment));
    } finally {
      await cloud.close();
    }
  };
  const secretOf = (card: string) =>
    inCloud(async (database) => (await database.find('card_secrets', [card]))[0] as unknown as Secret);
  const importing = (...args: string[]) => runImport('--to', 'patrons', '--data', folder, ...args);

  beforeEach(async () => {
    folder = newFolder();
    await inCloud((database) =>
      database.insert('patron_categories', [
        { _id: 'undergraduate', name: '本科生' },
        { _id: 'staff', name: '教职工' },
      ]),
    );
  });

  test('adds patrons with hashed PINs, names bad rows one by one, and again changes nothing', async () => {
    const csv = fileWith(
      [
        '2026 级读者名单,,,,,',
        '证号,姓名,读者类别,院系,有效期,初始密码',
        'S1,周敏,本科生,文学院,2027-06-30,010203',
        'S-2,李想,教职工,,,',
        'S-3,王芳,旁听生,,,778899',
        'S-4,,本科生,,,778899',
        'S-5,赵一,本科生,,毕业时,778899',
      ].join('\n'),
      'patrons.csv',
    );
    await inCloud((database) =>
      database.set('patrons', { _id: 'S-2', name: '李想', category: 'staff', note: '手记' }),
    );
    const first = await importing(csv);
    expect(first.code).toBe(0);
    expect(reportOf(first)).toMatchObject({ read: 5, added: 0, updated: 0, unchanged: 1 });
    expect(first.stderr).toContain('第 1 条：证号有误');
    const good = fileWith(
      '{"card":"S2023001","name":"周敏","category":"本科生","department":"文学院","endsOn":"2027-06-30","initialPin":"010203"}\n',
      'patrons.jsonl',
    );
    const added = await importing(good);
    expect(reportOf(added)).toMatchObject({ read: 1, added: 1, pins: { set: 1, kept: 0 } });
    const secret = await secretOf('S2023001');
    expect(secret.mustChange).toBe(true);
    expect(await scryptPins().isRight('010203', secret)).toBe(true);
    const again = await importing(good);
    expect(reportOf(again)).toMatchObject({ unchanged: 1, pins: { set: 0, kept: 1 } });
    expect((await secretOf('S2023001')).hash).toBe(secret.hash);
    const audited = await inCloud((database) => database.list('audit', 9));
    expect(audited.map(({ action, counts }) => [action, counts])).toEqual(
      expect.arrayContaining([
        ['membership.importPatrons', { added: 0, updated: 0, unchanged: 1, rejected: 4 }],
        ['membership.importPatrons', { added: 1, updated: 0, unchanged: 0, rejected: 0 }],
      ]),
    );
    const [patron] = await inCloud((database) => database.find('patrons', ['S2023001']));
    expect(patron).toEqual({
      _id: 'S2023001',
      name: '周敏',
      category: 'undergraduate',
      department: '文学院',
      endsOn: '2027-06-30',
    });
    expect([first, added, again].map(({ stdout, stderr }) => stdout + stderr).join('')).not.toMatch(
      /010203|778899/,
    );
  });

  test('leaves a PIN that the patron chose, and takes a new initial one where nobody has', async () => {
    expect(reportOf(await importing(lines('111222')))).toMatchObject({ pins: { set: 2, kept: 0 } });
    const chosen = { ...(await scryptPins().hash('own-pin')), mustChange: false };
    await inCloud((database) => database.set('card_secrets', { _id: 'S2023001', ...chosen }));
    expect(reportOf(await importing(lines('333444')))).toMatchObject({ pins: { set: 1, kept: 1 } });
    expect(await secretOf('S2023001')).toMatchObject(chosen);
    expect(await scryptPins().isRight('333444', await secretOf('S2023002'))).toBe(true);
  });

  test('a file of books is no file of patrons', async () => {
    const ended = await importing(fileWith('题名,责任者\n乡土中国,费孝通\n', 'books.csv'));
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('其中要有“证号”一列');
  });
});
