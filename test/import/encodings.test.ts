import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { chineseNovel, isoRecord, romanisedNovel, xmlRecord } from './marc-file';
import { fileWith, onlyBook, readBooks } from './read-file';
import { describeShared, sharedFile } from './shared-data';

const envelope = (records: string, encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">${records}</collection>`;

describe('one CNMARC record gives the same book', () => {
  const expected = onlyBook(fileWith(isoRecord({ fields: chineseNovel })));

  test.each<[string, Buffer | string]>([
    ['in GBK', isoRecord({ fields: chineseNovel, encoding: 'gbk' })],
    ['in GB 18030', isoRecord({ fields: chineseNovel, encoding: 'gb18030' })],
    [
      'in GBK that claims UTF-8 in its leader',
      isoRecord({ fields: chineseNovel, encoding: 'gbk', coding: 'a' }),
    ],
    ['packed with gzip', gzipSync(isoRecord({ fields: chineseNovel }))],
    ['as MARCXML', envelope(xmlRecord(chineseNovel), 'UTF-8')],
    ['as MARCXML in GBK', iconv.encode(envelope(xmlRecord(chineseNovel), 'GB2312'), 'gbk')],
    ['as MARCXML with a prefix', envelope(xmlRecord(chineseNovel, 'marc:'), 'UTF-8')],
    ['after a byte order mark', `\ufeff${envelope(xmlRecord(chineseNovel), 'UTF-8')}`],
    [
      'in the envelope of a search protocol',
      envelope(`<record><recordData>${xmlRecord(chineseNovel)}</recordData></record>`, 'UTF-8'),
    ],
  ])('%s', async (_, content) => {
    expect(await onlyBook(fileWith(content))).toEqual(await expected);
  });

  test('when the encoding is given', async () => {
    const path = fileWith(isoRecord({ fields: chineseNovel, encoding: 'gbk' }));
    expect(await onlyBook(path, { encoding: 'gb18030' })).toEqual(await expected);
  });
});

test('records of both encodings in one file are told apart', async () => {
  const path = fileWith(
    Buffer.concat([
      isoRecord({
        fields: [['001', '1'], ...chineseNovel.slice(1)],
        encoding: 'gbk',
      }),
      isoRecord({ fields: [['001', '2'], ...chineseNovel.slice(1)] }),
      isoRecord({ fields: romanisedNovel, coding: 'a' }),
    ]),
  );
  const titles = (await readBooks(path)).map((one) => (one.kind === 'book' ? one.book.title : one.reason));
  expect(titles).toEqual(['红楼梦. 上册', '红楼梦. 上册', '红楼梦']);
});

const marc8 = (title: string) =>
  isoRecord({
    fields: [
      ['001', '1'],
      ['245', '10', 'a', title],
    ],
    encoding: 'latin1',
  });

describe('MARC-8', () => {
  test.each([
    ['an accent before its letter', 'Communaut\u00e2e', 'Communauté'],
    ['two accents', 'Vi\u00e3\u00f2et', 'Việt'],
    ['letters of its own', 'S\u00b2ren \u00a2rsted', 'Søren Ørsted'],
  ])('%s', async (_, bytes, title) => {
    const { book } = await onlyBook(fileWith(marc8(bytes)));
    expect(book.title).toBe(title);
  });

  test('a set that is not held rejects a title and spares the next record', async () => {
    const bytes = Buffer.concat([marc8('\u001b$1!PVK7oi\u001b(B'), isoRecord({ fields: chineseNovel })]);
    const found = await readBooks(fileWith(bytes));
    expect(found).toMatchObject([
      { kind: 'rejected', record: 1, code: 'bad-encoding' },
      { kind: 'book', record: 2 },
    ]);
  });
});

test('letters with accents come composed, as readers type them', async () => {
  const fields = [['001', '1'] as const, ['245', '10', 'a', 'Prokudin-Gorskii\u0306'] as const];
  const { book } = await onlyBook(fileWith(isoRecord({ fields, coding: 'a' })));
  expect(book.title).toBe('Prokudin-Gorskiĭ');
});

const booksIn = (name: string) => readBooks(join(__dirname, 'data', name));

describe('the CNMARC records of one shelf list, written by hand', () => {
  test('are read from UTF-8', async () => {
    const found = await booksIn('cnmarc.utf8.iso');
    expect(
      found.map((one) =>
        one.kind === 'book'
          ? [one.book._id, one.book.title, one.book.authors, one.book.isbns, one.copies.length]
          : one.code,
      ),
    ).toEqual([
      ['zj0001', '草堂夜话 : 川西读书札记', ['沈砚秋'], ['9787108061010'], 2],
      ['zj0002', '灯塔看守人', ['[法] 让·莫罗', '罗镕基 译', '於梨 译'], ['9787560012346'], 0],
      [
        'zj0003',
        '数据库系统实验. 第2册, 查询优化',
        ['韩一苇', '傅堃'],
        ['9787302551201', '9787302551218'],
        1,
      ],
      ['zj0004', '县志资料选编 & 索引', ['青石县地方志办公室'], [], 0],
    ]);
  });

  test.each(['cnmarc.gbk.iso', 'cnmarc.xml'])('are the same books in %s', async (name) => {
    expect(await booksIn(name)).toEqual(await booksIn('cnmarc.utf8.iso'));
  });
});

describeShared('the real CNMARC records', () => {
  test('are identical books in UTF-8, GBK and XML', async () => {
    const [utf8, gbk, xml] = await Promise.all(
      ['utf8.iso', 'gbk.iso', 'xml'].map((kind) => readBooks(sharedFile(`marc/cnmarc10.${kind}`))),
    );
    expect(utf8).toHaveLength(10);
    expect(utf8?.every(({ kind }) => kind === 'book')).toBe(true);
    expect(gbk).toEqual(utf8);
    expect(xml).toEqual(utf8);
  });
});
