import { chineseNovel, isoRecord, romanisedNovel, type FieldSpec } from './marc-file';
import { fileWith, onlyBook } from './read-file';

const bookOf = async (fields: readonly FieldSpec[]) => onlyBook(fileWith(isoRecord({ fields, coding: 'a' })));

const withFields = (base: readonly FieldSpec[], ...fields: readonly FieldSpec[]): FieldSpec[] => {
  const tags = new Set(fields.map(([tag]) => tag));
  return [...base.filter(([tag]) => !tags.has(tag)), ...fields];
};

test('a CNMARC record as a book with its copies', async () => {
  const { book, copies, warnings } = await bookOf(chineseNovel);
  expect(book).toEqual({
    _id: '012000123456',
    title: '红楼梦. 上册',
    authors: ['[清] 曹雪芹', '[清] 高鹗'],
    publisher: '人民文学出版社',
    year: 1996,
    isbns: ['9787020002207'],
    language: 'zh',
    subjects: ['章回小说--中国--清代'],
    clc: 'I242.4',
    callNumber: 'I242.4/1',
    summary: '中国古典小说。',
  });
  expect(copies.map(({ barcode, branch, callNumber }) => [barcode, branch, callNumber])).toEqual([
    ['A0001', 'MAIN', 'I242.4/1'],
    ['A0002', 'MAIN', 'I242.4/1'],
  ]);
  expect(warnings).toEqual([]);
});

test('a romanised MARC 21 record takes its original script from the linked fields', async () => {
  const { book, copies } = await bookOf(romanisedNovel);
  expect(book).toMatchObject({
    _id: 'OCoLC:ocm0042',
    title: '红楼梦',
    authors: ['曹雪芹'],
    publisher: '人民文学出版社',
    year: 1996,
    isbns: ['9787020002207'],
    language: 'zh',
    subjects: ['Chinese fiction--Qing dynasty, 1644-1912'],
    clc: 'I242.4',
    callNumber: 'I242.4 .C1',
  });
  expect(copies).toMatchObject([
    { barcode: 'B0001', branch: 'main', shelf: 'stacks', callNumber: 'I242.4 .C1' },
  ]);
});

describe('CNMARC fields', () => {
  test.each<[string, FieldSpec[], object]>([
    ['a subtitle', [['200', '1 ', 'a', '史记', 'e', '选本']], { title: '史记 : 选本' }],
    [
      'number and name of a part',
      [['200', '1 ', 'a', '全集', 'h', '第2卷', 'i', '诗']],
      { title: '全集. 第2卷, 诗' },
    ],
    ['two works in one book', [['200', '1 ', 'a', '呐喊', 'a', '彷徨']], { title: '呐喊 ; 彷徨' }],
    [
      'a translator',
      [
        ['701', ' 0', 'a', '莎士比亚'],
        ['702', ' 0', 'a', '朱生豪', '4', '译'],
      ],
      { authors: ['莎士比亚', '朱生豪 译'] },
    ],
    [
      'the country of an author',
      [['701', ' 0', 'c', '(美)', 'a', '海明威', 'b', '(Hemingway, E.)']],
      { authors: ['[美] 海明威'] },
    ],
    ['a year in brackets', [['210', '  ', 'c', '某社', 'd', '[1968, c1962]']], { year: 1968 }],
    ['no year but the coded one', [['210', '  ', 'c', '某社']], { year: 1996 }],
    ['a language by code', [['101', '1 ', 'a', 'jpn', 'c', 'eng']], { language: 'ja' }],
    [
      'keywords without a list',
      [
        ['606', '  ', 'a', '山'],
        ['610', '0 ', 'a', '水', 'a', '火'],
      ],
      { subjects: ['山', '水', '火'] },
    ],
    ['a whole call number', [['905', '  ', 'a', 'X', 's', 'F124/26']], { callNumber: 'F124/26' }],
  ])('%s', async (_, fields, expected) => {
    expect((await bookOf(withFields(chineseNovel, ...fields))).book).toMatchObject(expected);
  });

  test('without name headings the statement of responsibility gives the names', async () => {
    const fields = chineseNovel.filter(([tag]) => tag !== '701');
    expect((await bookOf(fields)).book.authors).toEqual(['[清] 曹雪芹', '高鹗']);
  });
});

describe('MARC 21 fields', () => {
  test.each<[string, FieldSpec[], object]>([
    [
      'a subtitle',
      [['245', '10', 'a', 'Amateur media :', 'b', 'perspectives /', 'c', 'ed. D.']],
      { title: 'Amateur media : perspectives' },
    ],
    [
      'a parallel title',
      [['245', '10', 'a', '道德经 =', 'b', 'Tao te ching']],
      { title: '道德经 = Tao te ching' },
    ],
    [
      'a part',
      [['245', '10', 'a', 'Works.', 'n', 'Vol. 2,', 'p', 'Poems.']],
      { title: 'Works. Vol. 2, Poems.' },
    ],
    [
      'a name in natural order',
      [['100', '1 ', 'a', 'Mullin, Virginia L.']],
      { authors: ['Virginia L. Mullin'] },
    ],
    [
      'a body',
      [
        ['100', '1 '],
        ['110', '2 ', 'a', 'Royal Society.'],
      ],
      { authors: ['Royal Society'] },
    ],
    [
      'a junior',
      [['100', '1 ', 'a', 'Brooks, Frederick P., Jr.']],
      { authors: ['Brooks, Frederick P., Jr.'] },
    ],
    [
      'a translator',
      [
        ['100', '1 ', 'a', 'Tu, Fu.'],
        ['700', '1 ', 'a', 'Owen, Stephen,', 'e', 'translator.'],
      ],
      { authors: ['Fu Tu', 'Stephen Owen 译'] },
    ],
  ])('%s', async (_, fields, expected) => {
    const unlinked = romanisedNovel.filter(([tag]) => tag !== '880');
    expect((await bookOf(withFields(unlinked, ...fields))).book).toMatchObject(expected);
  });

  test('another class scheme gives no class', async () => {
    const { book } = await bookOf(withFields(romanisedNovel, ['084', '  ', 'a', '17.71', '2', 'bcl']));
    expect(book.clc).toBeUndefined();
  });
});

describe('holdings', () => {
  test.each<[string, FieldSpec, object[]]>([
    [
      'Alma counts copies without barcodes',
      [
        'AVA',
        '  ',
        '8',
        '2201',
        'b',
        'MDMP',
        'c',
        '四层',
        'd',
        'D61 1',
        'e',
        'available',
        'f',
        '3',
        'g',
        '1',
      ],
      [
        { barcode: '2201-1', status: 'available', branch: 'MDMP', shelf: '四层' },
        { barcode: '2201-2', status: 'available' },
        { barcode: '2201-3', status: 'on-loan' },
      ],
    ],
    [
      'Alma with nothing available',
      ['AVA', '  ', '8', '7', 'b', 'M', 'e', 'unavailable', 'f', '1'],
      [{ barcode: '7', status: 'on-loan' }],
    ],
    ['Alma with an absurd number', ['AVA', '  ', '8', '7', 'f', '-5'], [{ barcode: '7' }]],
    [
      'Koha says what is on loan',
      ['952', '  ', 'p', 'K1', 'b', 'main', 'o', 'A 1', 'q', '2026-12-01', 'l', '7'],
      [{ barcode: 'K1', status: 'on-loan', dueOn: '2026-12-01', loans: '7', callNumber: 'A 1' }],
    ],
    [
      'Koha says what is not for loan',
      ['952', '  ', 'p', 'K2', 'b', 'main', '7', '1'],
      [{ status: 'reference' }],
    ],
    ['Koha says what is lost', ['952', '  ', 'p', 'K3', 'b', 'main', '1', '1'], [{ status: 'missing' }]],
  ])('%s', async (_, field, expected) => {
    const fields = [...romanisedNovel.filter(([tag]) => tag !== '852'), field];
    expect((await bookOf(fields)).copies).toMatchObject(expected);
  });
});

describe('a record keeps its id from one import to the next', () => {
  const nameless = chineseNovel.filter(([tag]) => tag !== '001');

  test.each<[string, readonly FieldSpec[], { agency?: string }, RegExp]>([
    ['by its control number', chineseNovel, {}, /^012000123456$/],
    ['with the agency that the command names', chineseNovel, { agency: 'NLC' }, /^NLC:012000123456$/],
    ['with its own agency', romanisedNovel, { agency: 'NLC' }, /^OCoLC:ocm0042$/],
    ['else by its ISBN', nameless, {}, /^9787020002207$/],
    ['else by its content', nameless.filter(([tag]) => tag !== '010'), {}, /^hash:[0-9a-f]{24}$/],
    ['and a long number is shortened', [['001', 'x'.repeat(90)], ...nameless], {}, /^long:[0-9a-f]{24}$/],
  ])('%s', async (_, fields, options, id) => {
    const path = fileWith(isoRecord({ fields }));
    const [first, again] = await Promise.all([onlyBook(path, options), onlyBook(path, options)]);
    expect(first.book._id).toMatch(id);
    expect(again.book._id).toBe(first.book._id);
  });
});
