import { authorLine, bylineOf, imprintLine } from '../../miniprogram/format/book-lines';
import { clothCount, clothOf } from '../../miniprogram/format/cloth';
import { dayLabel, instantLabel } from '../../miniprogram/format/day-labels';
import { greetingAt } from '../../miniprogram/format/greeting';
import { highlight } from '../../miniprogram/format/highlight';
import { isbnFromBarcode } from '../../miniprogram/format/isbn';
import { yearLabel } from '../../miniprogram/format/year-ranges';
import { isOlder } from '../../miniprogram/platform/base-library';
import { typeScaleOf } from '../../miniprogram/platform/appearance';

describe('lines about a book', () => {
  test.each([
    [[], ''],
    [['费孝通'], '费孝通'],
    [['甲', '乙', '丙'], '甲、乙、丙'],
    [['甲', '乙', '丙', '丁'], '甲、乙、丙 等'],
  ])('authors %j', (authors, line) => {
    expect(authorLine(authors)).toBe(line);
  });

  test.each([
    ['北京大学出版社', 2012, '北京大学出版社 2012'],
    [null, 2012, '2012'],
    ['北京大学出版社', null, '北京大学出版社'],
    [null, null, ''],
  ])('published by %s in %s', (publisher, year, line) => {
    expect(imprintLine(publisher, year)).toBe(line);
  });

  test('a byline leaves out what is not known', () => {
    expect(bylineOf({ authors: ['费孝通'], publisher: null, year: 2012 })).toEqual({
      makers: '费孝通',
      year: ' · 2012',
    });
    expect(bylineOf({ authors: [], publisher: null, year: 2012 })).toEqual({ makers: '', year: '2012' });
    expect(bylineOf({ authors: [], publisher: null, year: null })).toEqual({ makers: '', year: '' });
  });

  test('a record is always bound in the same cloth, and the cloths are all used', () => {
    const cloths = Array.from({ length: 500 }, (_, index) => clothOf(`book-${index}`));
    expect(clothOf('book-1')).toBe(cloths[1]);
    expect(new Set(cloths)).toEqual(new Set(Array.from({ length: clothCount }, (_, cloth) => cloth)));
  });
});

describe('days as one says them', () => {
  test.each([
    ['2026-05-30', '今天'],
    ['2026-05-31', '明天'],
    ['2026-06-01', '后天'],
    ['2026-06-12', '6 月 12 日'],
    ['2026-05-29', '5 月 29 日'],
    ['2025-12-31', '2025 年 12 月 31 日'],
    ['2027-01-02', '2027 年 1 月 2 日'],
  ])('%s on 2026-05-30', (day, label) => {
    expect(dayLabel(day, '2026-05-30')).toBe(label);
  });

  test('the last day of a year has a tomorrow in the next, and February may have 29 days', () => {
    expect(dayLabel('2027-01-01', '2026-12-31')).toBe('明天');
    expect(dayLabel('2028-03-01', '2028-02-28')).toBe('后天');
    expect(dayLabel('2028-02-29', '2028-02-28')).toBe('明天');
  });

  test('an instant is told in library time, whatever zone the phone is in', () => {
    expect(instantLabel(Date.parse('2026-05-29T16:05:00Z'), '2026-05-30')).toBe('今天 00:05');
  });

  test.each([
    [4, '夜深了'],
    [5, '早上好'],
    [11, '中午好'],
    [13, '下午好'],
    [18, '晚上好'],
    [23, '夜深了'],
  ])('at %i o’clock', (hour, greeting) => {
    expect(greetingAt(hour)).toBe(greeting);
  });

  test.each([
    [{}, null],
    [{ yearFrom: 2024 }, '近 3 年'],
    [{ yearTo: 1999 }, '2000 年以前'],
    [{ yearFrom: 1980, yearTo: 1989 }, '1980–1989'],
  ])('years %j', (facets, label) => {
    expect(yearLabel(facets, '2026-05-30')).toBe(label);
  });
});

const marked = (title: string, query: string): string =>
  highlight(title, query)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('');

describe('what was searched is marked in a title', () => {
  test.each([
    ['乡土中国', '乡土', '[乡土]中国'],
    ['中国乡土建筑', '乡土', '中国[乡土]建筑'],
    ['乡土中国', '中国 乡土', '[乡土中国]'],
    ['Clean Code', 'clean', '[Clean] Code'],
    ['乡土中国', 'xiangtu', '乡土中国'],
    ['量子力学导论', '量子力学导轮', '[量子力学导]论'],
    ['三体', '三', '[三]体'],
    ['人人都是人人', '人人', '[人人]都是[人人]'],
    ['İstanbul', 'stan', 'İstanbul'],
    ['乡土中国', '', '乡土中国'],
  ])('%s for %s', (title, query, expected) => {
    expect(marked(title, query)).toBe(expected);
  });

  test('nothing of the title is lost', () => {
    const title = '深入理解计算机系统（原书第3版）😀';
    expect(
      highlight(title, '计算机 第3')
        .map(({ text }) => text)
        .join(''),
    ).toBe(title);
  });
});

describe('a scanned bar code', () => {
  test.each([
    ['9787301203736', '9787301203736'],
    ['978-7-301-20373-6', '9787301203736'],
    ['9787301203737', null],
    ['6901234567892', null],
    ['C0001234', null],
    ['', null],
  ])('%s', (code, isbn) => {
    expect(isbnFromBarcode(code)).toBe(isbn);
  });
});

describe('what WeChat tells about the phone', () => {
  test.each([
    [{ fontSizeSetting: 17 }, 1],
    [{ fontSizeSetting: 23.8 }, 1.4],
    [{ fontSizeScaleFactor: 1.25, fontSizeSetting: 17 }, 1.25],
    [{ fontSizeSetting: 40 }, 1.5],
    [{ fontSizeSetting: 12 }, 0.9],
    [{}, 1],
  ])('type scale of %j', (settings, scale) => {
    expect(typeScaleOf(settings)).toBe(scale);
  });

  test.each([
    ['2.32.2', true],
    ['2.32.3', false],
    ['2.9.10', true],
    ['3.0', false],
  ])('base library %s older than 2.32.3: %s', (version, older) => {
    expect(isOlder(version, '2.32.3')).toBe(older);
  });
});
