import iconv from 'iconv-lite';
import { join } from 'node:path';
import { fileWith, onlyBook, readBooks } from './read-file';

const codes = async (content: string | Buffer) =>
  (await readBooks(fileWith(content))).map((one) => (one.kind === 'book' ? one.book.title : one.code));

const chinese =
  '题名,责任者,出版社,出版年,ISBN,主题词,分类号,条码号,分馆,状态\n活着,余华著,作家出版社,2012.8,978-7-5063-6543-7,小说；中国,I247.5,A01,主馆,在架\n';
const expected = {
  title: '活着',
  authors: ['余华'],
  publisher: '作家出版社',
  year: 2012,
  isbns: ['9787506365437'],
  subjects: ['小说', '中国'],
  clc: 'I247.5',
};

describe('one table gives the same book', () => {
  const english = 'title,author,publisher,year,isbn,subjects,clc\n';
  test.each<[string, string | Buffer]>([
    ['with Chinese headings', chinese],
    ['with a byte order mark and CRLF', `\ufeff${chinese.replaceAll('\n', '\r\n')}`],
    ['in GBK', iconv.encode(chinese, 'gbk')],
    ['with tabs', chinese.replaceAll(',', '\t')],
    ['with semicolons', chinese.replaceAll('；', '、').replaceAll(',', ';')],
    [
      'in UTF-16, as Excel saves "Unicode text"',
      iconv.encode(chinese.replaceAll(',', '\t'), 'utf16', { addBOM: true }),
    ],
    ['below a heading of its own', `某馆新书,,\n\n${chinese}`],
    ['with English headings', `${english}活着,余华,作家出版社,2012,9787506365437,"小说;中国",I247.5\n`],
    [
      'with headings in their own style',
      `${english.replace('title', '* Title (必填)')}活着,余华,作家出版社,2012,9787506365437,小说|中国,I247.5\n`,
    ],
  ])('%s', async (_, content) => {
    expect((await onlyBook(fileWith(content))).book).toMatchObject(expected);
  });

  test('from Excel, with numbers as ISBN and days as days', async () => {
    const found = await readBooks(join(__dirname, 'data/books.xlsx'));
    expect(found).toMatchObject([
      {
        kind: 'book',
        book: { title: '乡土中国', year: 2008, addedOn: '2023-03-15', isbns: ['9787010065946'] },
      },
      {
        kind: 'book',
        book: { title: 'The old man and the sea', isbns: ['9780684801223'] },
        copies: [{ barcode: 'XL000102' }],
      },
      { kind: 'rejected', record: 3, code: 'no-title' },
    ]);
    expect(found[0]?.kind === 'book' && found[0].warnings).toMatchObject([{ code: 'unknown-column' }]);
  });
});

describe('author cells', () => {
  test.each<[string, string[]]>([
    ['[清] 曹雪芹 著 / 高鹗', ['[清] 曹雪芹', '高鹗']],
    ['（美）海明威', ['[美] 海明威']],
    ['周明，王宗仁', ['周明', '王宗仁']],
    ['张志、刘俊、包翔', ['张志', '刘俊', '包翔']],
    ['Kiyosaki, Robert T.', ['Kiyosaki, Robert T.']],
    ['Jon Stewart, Ben Karlin', ['Jon Stewart', 'Ben Karlin']],
    ['朱生豪 译', ['朱生豪 译']],
  ])('%s', async (cell, authors) => {
    expect((await onlyBook(fileWith(`title\tauthor\nX\t${cell}\n`))).book.authors).toEqual(authors);
  });
});

describe('bad rows cost themselves only', () => {
  test.each<[string, string, string[]]>([
    ['a quote that stays open', '题名,作者\n"活着,余华\n乡土中国,费孝通\n', ['bad-row', '乡土中国']],
    ['a row without a title', '题名,作者\n,余华\n乡土中国,费孝通\n', ['no-title', '乡土中国']],
    ['more cells than columns', '题名,作者\n活着,余华,x,y\n乡土中国\n', ['活着', '乡土中国']],
    ['line breaks within quotes', '题名,简介\n"活着","一\n二"\n乡土中国,\n', ['活着', '乡土中国']],
    ['an empty row', '题名,作者\n,,,\n\n乡土中国,费孝通\n', ['乡土中国']],
    ['a quote within a cell', '题名,作者\n5"屏幕,某\n乡土中国,费孝通\n', ['5"屏幕', '乡土中国']],
  ])('%s', async (_, content, outcome) => {
    expect(await codes(content)).toEqual(outcome);
  });

  test.each(['\n', '\r\n', '\r'])('a line of megabytes, its end and all (line break %j)', async (end) => {
    const tooLong = `"${'x'.repeat(3_000_000)}",乙`;
    const found = await readBooks(fileWith(['题名,作者', '活着,余华', tooLong, ',丙', '三,丁'].join(end)));
    expect(found).toMatchObject([
      { kind: 'book', record: 1 },
      { kind: 'rejected', record: 2, code: 'too-long', reason: expect.stringContaining('line 3') as string },
      { kind: 'rejected', record: 3, code: 'no-title' },
      { kind: 'book', record: 4, book: { title: '三', authors: ['丁'] } },
    ]);
  });

  test('volumes that share an ISBN must not overwrite each other', async () => {
    expect(
      await codes('题名,ISBN\n史记 上,9787506365437\n史记 下,9787506365437\n史记 上,9787506365437\n'),
    ).toEqual(['史记 上', 'same-isbn', '史记 上']);
  });
});

describe('JSON Lines', () => {
  const own = {
    _id: 'b1',
    title: '活着',
    authors: ['余华'],
    isbns: ['9787506365437'],
    subjects: ['小说'],
    year: 2012,
  };

  test('our own documents come back as they are', async () => {
    expect((await onlyBook(fileWith(JSON.stringify(own)))).book).toEqual(own);
  });

  test('bad lines are reported by their number', async () => {
    const lines = [
      '{"id":"1","title":"a"}',
      '{bad',
      '',
      '[1]',
      '"x"',
      '{"id":"2"}',
      '{"id":"3","title":"c"}',
    ];
    const bytes = Buffer.concat([
      Buffer.from(`\ufeff${lines.join('\n')}\n{"title":"`),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('"}'),
    ]);
    const found = await readBooks(fileWith(bytes));
    expect(found.map((one) => [one.record, one.kind === 'book' ? one.book._id : one.code])).toEqual([
      [1, '1'],
      [2, 'bad-json'],
      [4, 'bad-json'],
      [5, 'bad-json'],
      [6, 'no-title'],
      [7, '3'],
      [8, 'bad-encoding'],
    ]);
  });

  test('a line of megabytes is given up, and memory with it', async () => {
    const found = await readBooks(fileWith(`{"title":"${'x'.repeat(3_000_000)}"}\n{"title":"b"}\n`));
    expect(found).toMatchObject([
      { kind: 'rejected', code: 'too-long' },
      { kind: 'book', record: 2 },
    ]);
  });
});

describe('values that cannot be read are left out and noted', () => {
  test.each<[string, string, string, string]>([
    ['an ISBN', 'isbn', '9787506365438', 'bad-isbn'],
    ['an ISBN that a spreadsheet spoiled', 'isbn', '9.78751E+12', 'bad-isbn'],
    ['a year', 'year', '民国', 'bad-year'],
    ['a day of arrival', 'addedOn', '2026-02-30', 'bad-day'],
    ['a class', 'clc', '小说类', 'bad-class'],
    ['a language', 'lang', '!!', 'bad-language'],
  ])('%s', async (_, column, value, code) => {
    const { book, warnings } = await onlyBook(fileWith(`title\t${column}\nX\t${value}\n`));
    expect(book).toEqual({ _id: book._id, title: 'X', authors: [], isbns: [], subjects: [] });
    expect(warnings).toMatchObject([{ code }]);
  });
});
