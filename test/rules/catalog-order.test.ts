import { arrivedKey, newestKey, rankKey } from '../../cloudfunctions/catalog/domain/works/rank-key';
import {
  beginningOf,
  comparePositions,
  readCursor,
  writeCursor,
  type Position,
} from '../../cloudfunctions/catalog/domain/result-order';
import { slipBetween } from '../../cloudfunctions/catalog/domain/terms/slip';
import { syllablesOf } from '../../cloudfunctions/catalog/domain/terms/syllables';
import {
  lossyCounter,
  rare,
  readFrequencies,
  writeFrequencies,
} from '../../cloudfunctions/catalog/domain/terms/term-frequencies';

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
      beginningOf('x'),
      { window: 'x', quality: 100, order: 'a' },
    ];
    expect(sorted.toReversed().toSorted(comparePositions)).toEqual(sorted);
  });
});

test.each([
  ['小径分岔的化园', '小径分岔的花园', { changes: 1, isWhole: true, isEasy: false }],
  ['锦衣下', '锦衣之下', { changes: 1, isWhole: true, isEasy: true }],
  ['伤心咖店', '伤心咖啡店之歌', { changes: 1, isWhole: false, isEasy: false }],
  ['雨雷', '雷雨', { changes: 1, isWhole: true, isEasy: true }],
  ['comsos', 'cosmos', { changes: 1, isWhole: true, isEasy: true }],
  ['雷电', '雷雨', { changes: 1, isWhole: true, isEasy: false }],
  ['百年孤独', '百年孤独', { changes: 0, isWhole: true, isEasy: true }],
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
