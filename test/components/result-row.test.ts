import { resultRow } from '../../miniprogram/format/result-row';
import { mount } from '../support/mount';

const card = {
  workId: 'w1',
  bookId: 'b1',
  title: '乡土中国',
  authors: ['费孝通'],
  publisher: '北京大学出版社',
  year: 2012,
  language: 'zh',
  clc: 'C912.82',
  callNumber: 'C912.82/25',
  isbn: null,
  editionIds: ['b1', 'b2'],
  copies: 4,
  available: 3,
  holdings: [{ branchId: 'main', shelf: '三层', copies: 4, available: 3 }],
};

const rowOf = (change: object, query = '乡土') =>
  mount('packages/catalog/components/result-row/index', {
    row: resultRow({ ...card, ...change }, query, { main: '总馆' }),
  });

test('a result marks what was searched and says where a copy is free', () => {
  const row = rowOf({});
  expect(row.find('.hit-true').dom.textContent).toBe('乡土');
  expect(row.find('.row-title').dom.textContent).toBe('乡土中国');
  expect(row.find('.is-available').dom.textContent?.trim()).toBe('可借 3 · 总馆 三层');
  expect(row.text()).toContain('2个版本');
});

test('a result without call number, publisher or copies draws no empty lines', () => {
  const row = rowOf({ callNumber: null, publisher: null, copies: 0, available: 0, editionIds: ['b1'] });
  expect(row.querySelectorAll('.row-byline')).toHaveLength(1);
  expect(row.find('.row-makers').dom.textContent).toBe('费孝通');
  expect(row.find('.row-year').dom.textContent).toBe(' · 2012');
  expect(row.find('.is-none').dom.textContent?.trim()).toBe('暂无馆藏复本');
});
