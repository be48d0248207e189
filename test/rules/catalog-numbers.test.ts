import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { looksLikeNumber, numberMatch } from '../../cloudfunctions/catalog/domain/terms/shelf-number';

test.each([
  ['TP312', true],
  ['I247.5', true],
  ['c912.82', true],
  ['I247.5/123', true],
  ['I247.5/W36-2', true],
  ['B2 W36', true],
  [' K20 ', true],
  ['D9-49', true],
  ['G40-054', true],
  ['TP', false],
  ['h2o', false],
  ['F-16', false],
  ['win10', false],
  ['1984', false],
  ['C++', false],
  ['TP312语言', false],
  ['', false],
])('%j looks like a class or a call number: %s', (query, expected) => {
  expect(looksLikeNumber(query)).toBe(expected);
});

test.each([
  ['I247.5/123', 'call-number'],
  ['i247.5 123', 'call-number'],
  ['I247.5', 'class'],
  ['i2', 'class'],
  ['I247.5/12', 'none'],
  ['I248', 'none'],
])('%s matches a work by its %s', (number, expected) => {
  const editions = [
    { callNumber: null, clc: null },
    { callNumber: 'I247.5/123', clc: 'I247.57' },
  ];
  expect(numberMatch(number, editions, chineseScript)).toBe(expected);
});
