import { assert, integer, property } from 'fast-check';
import { facetLine, facetPattern, type Facets } from '../../cloudfunctions/catalog/domain/facet-line';
import type { EditionEntry, Holding } from '../../cloudfunctions/catalog/domain/edition';
import { arrivedKey, newestKey, rankKey } from '../../cloudfunctions/catalog/domain/rank-key';
import {
  comparePositions,
  readCursor,
  writeCursor,
  type Position,
} from '../../cloudfunctions/catalog/domain/result-order';
import { slipBetween } from '../../cloudfunctions/catalog/domain/slip';
import { syllablesOf } from '../../cloudfunctions/catalog/domain/syllables';
import {
  lossyCounter,
  rare,
  readFrequencies,
  writeFrequencies,
} from '../../cloudfunctions/catalog/domain/term-frequencies';

const standing = { loans: 0, copies: 0, editions: 1, detail: 0 };

describe('the order of works', () => {
  test.each([
    ['loans before copies', { loans: 1 }, { copies: 99 }],
    ['copies before editions', { copies: 1 }, { editions: 99 }],
    ['editions before detail', { editions: 2 }, { detail: 20 }],
    ['more loans', { loans: 1000 }, { loans: 999 }],
    ['more loans than can be counted', { loans: 10_000_000 }, { loans: 200_000 }],
  ])('%s', (_, first, second) => {
    expect(rankKey({ ...standing, ...first }, 'b') < rankKey({ ...standing, ...second }, 'a')).toBe(true);
  });

  test('newest first, without a year last; last arrived first', () => {
    const rank = rankKey(standing, 'a');
    expect(newestKey(2020, rank) < newestKey(2019, rank)).toBe(true);
    expect(newestKey(1, rank) < newestKey(null, rank)).toBe(true);
    expect(arrivedKey('2026-11-21', rank) < arrivedKey('2026-11-20', rank)).toBe(true);
  });
});

const edition = (language: string | null, clc: string | null, year: number | null, holdings: Holding[]) =>
  ({
    bookId: '',
    title: '',
    authors: [],
    publisher: null,
    callNumber: null,
    isbns: [],
    addedOn: null,
    loans: 0,
    fingerprint: '',
    language,
    clc,
    year,
    holdings,
  }) satisfies EditionEntry;
const at = (branchId: string, available: number): Holding => ({
  branchId,
  shelf: null,
  copies: 1,
  available,
});
const line = facetLine([
  edition('zh', 'I247.5', 2004, [at('main', 0), at('east', 1)]),
  edition('en', null, 1999, [at('a.b*', 1)]),
  edition(null, 'TP3', null, []),
]);

describe('facets', () => {
  test.each<[Facets, boolean]>([
    [{ language: 'zh' }, true],
    [{ language: 'ja' }, false],
    [{ clc: 'I2' }, true],
    [{ clc: 'I24.' }, false],
    [{ yearFrom: 2004, yearTo: 2004 }, true],
    [{ yearFrom: 2000, yearTo: 2003 }, false],
    [{ yearFrom: 2005 }, false],
    [{ yearTo: 1999 }, true],
    [{ yearFrom: 2010, yearTo: 1990 }, false],
    [{ branchId: 'main' }, true],
    [{ branchId: 'ain' }, false],
    [{ branchId: 'main', availableNow: true }, false],
    [{ branchId: 'east', availableNow: true }, true],
    [{ branchId: 'a.b*', availableNow: true }, true],
    [{ branchId: '.*' }, false],
    [{ availableNow: true }, true],
    [{ language: 'zh', yearFrom: 1999, yearTo: 1999 }, false],
    [{ language: 'en', availableNow: true, yearFrom: 1990 }, true],
  ])('%j: %s', (facets, expected) => {
    expect(new RegExp(facetPattern(facets) ?? '').test(line)).toBe(expected);
  });

  test('nothing to narrow needs no pattern', () => {
    expect(facetPattern({ availableNow: false })).toBeUndefined();
  });

  test('a range of years matches exactly the years in it', () => {
    const years = integer({ min: 0, max: 9999 });
    assert(
      property(years, years, years, (yearFrom, yearTo, year) => {
        const pattern = new RegExp(facetPattern({ yearFrom, yearTo }) ?? '');
        const expected = yearFrom <= year && year <= yearTo;
        expect(pattern.test(facetLine([edition('zh', null, year, [])]))).toBe(expected);
      }),
    );
  });
});

describe('cursors', () => {
  const place = { at: { window: 'w', quality: 84, order: 'k' }, total: { count: 12, isExact: true } };

  test('come back as they went', () => {
    expect(readCursor('search', writeCursor('search', place))).toEqual(place);
  });

  test.each([
    ['of another search', writeCursor('other', place)],
    ['cut short', writeCursor('search', place).slice(0, -4)],
    ['empty', ''],
    ['not one at all', 'bm9uc2Vuc2U'],
    ['hand-made', Buffer.from('["------","[1]"]').toString('base64url')],
  ])('one %s is refused', (_, cursor) => {
    expect(readCursor('search', cursor)).toBeUndefined();
  });

  test('results stand by window, then the better match, then the order of the index', () => {
    const sorted: Position[] = [
      { window: '', quality: 90, order: 'b' },
      { window: '', quality: 80, order: 'a' },
      { window: '', quality: 80, order: 'b' },
      { window: 'x', quality: 99, order: 'a' },
    ];
    expect(sorted.toReversed().toSorted(comparePositions)).toEqual(sorted);
  });
});

test.each([
  ['小径分岔的化园', '小径分岔的花园', { changes: 1, isWhole: true, isOmission: false }],
  ['锦衣下', '锦衣之下', { changes: 1, isWhole: true, isOmission: true }],
  ['伤心咖店', '伤心咖啡店之歌', { changes: 1, isWhole: false, isOmission: false }],
  ['百年孤独', '百年孤独', { changes: 0, isWhole: true, isOmission: true }],
])('%s for %s', (typed, text, slip) => {
  expect(slipBetween(Array.from(typed), Array.from(text))).toEqual(slip);
});

test.each([
  ['woaini', ['wo', 'ai', 'ni']],
  ['xian', ['xian']],
  ['zhuangzi', ['zhuang', 'zi']],
  ['fangan', ['fan', 'gan']],
  ['hello', []],
])('%s is cut into %j', (letters, syllables) => {
  expect(syllablesOf(letters)).toEqual(syllables);
});

test('frequent terms are counted closely in bounded memory, rare ones forgotten', () => {
  const counter = lossyCounter(100);
  for (let work = 0; work < 5000; work += 1)
    counter.add(['t中国', ...(work % 10 === 0 ? ['t历史'] : []), `t${work}`]);
  expect(counter.counts().size).toBeLessThan(200);
  const frequencies = readFrequencies(writeFrequencies(counter.counts()));
  expect(frequencies('t中国')).toBeGreaterThan(4900);
  expect(frequencies('t历史')).toBeGreaterThan(440);
  expect(frequencies('t4999')).toBe(rare);
});
