import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { authorNames, familyName } from '../../cloudfunctions/catalog/domain/works/author';
import type { BookRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import { canonicalIsbn } from '../../cloudfunctions/catalog/domain/terms/isbn';
import { mainTitle } from '../../cloudfunctions/catalog/domain/works/title';
import type { CopyRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import type { HeldBook } from '../../cloudfunctions/catalog/domain/works/edition';
import { workDocuments } from '../../cloudfunctions/catalog/domain/works/work-document';
import { workKey } from '../../cloudfunctions/catalog/domain/works/work-key';

const book = (bookId: string, title: string, ...authors: string[]): BookRecord => ({
  bookId,
  title,
  authors,
  publisher: null,
  year: null,
  isbns: [],
  language: null,
  subjects: [],
  clc: null,
  callNumber: null,
  summary: null,
  addedOn: null,
});

test.each([
  ['月亮和六便士', '月亮和六便士'],
  ['月亮和六便士（精装版）', '月亮和六便士'],
  ['【经典】月亮和六便士[修订]', '月亮和六便士'],
  ['《月亮和六便士》', '月亮和六便士'],
  ['沉思录：一个皇帝的哲学', '沉思录'],
  ['沉思录——一个皇帝的哲学', '沉思录'],
  ['（全二册）', '（全二册）'],
  ['Gödel, Escher, Bach: an Eternal Golden Braid', 'Gödel, Escher, Bach'],
  ['Star Wars: Heir to the Empire', 'Star Wars: Heir to the Empire'],
  ['The Hobbit (Illustrated)', 'The Hobbit'],
])('the title proper of %s is %s', (title, expected) => {
  expect(mainTitle(title)).toBe(expected);
});

test.each([
  ['[英] 阿兰·德波顿', ['阿兰·德波顿'], '德波顿'],
  ['（法国）圣埃克苏佩里 著', ['圣埃克苏佩里'], '圣埃克苏佩里'],
  ['曹雪芹 著 / 脂砚斋 评', ['曹雪芹', '脂砚斋 评'], '曹雪芹'],
  ['何其芳（口述）、李某', ['何其芳', '李某'], '何其芳'],
  ['作：张三 / 画：李四', ['张三', '李四'], '张三'],
  ['Gary D. Schmidt, Jane Roe', ['Gary D. Schmidt', 'Jane Roe'], 'Schmidt'],
  ['', [], undefined],
])('%s names %j', (statement, names, family) => {
  expect(authorNames(statement)).toEqual(names);
  expect(names[0] === undefined ? undefined : familyName(names[0])).toBe(family);
});

test.each([
  ['an edition note', book('1', '局外人', '加缪'), book('2', '局外人（新版）', '加缪')],
  ['traditional characters', book('1', '邊城', '沈從文'), book('2', '边城', '沈从文')],
  ['the country of the author', book('1', '局外人', '[法] 加缪'), book('2', '局外人', '加缪 著')],
  ['the given name', book('1', '局外人', '阿尔贝·加缪'), book('2', '局外人', '加缪')],
  ['a subtitle', book('1', '沉思录：给自己', '奥勒留'), book('2', '沉思录', '奥勒留')],
  ['capitals and full width', book('1', 'ＤＵＮＥ', 'Herbert'), book('2', 'Dune', 'Frank Herbert')],
])('%s makes no other work', (_, one, other) => {
  expect(workKey(one, chineseScript)).toBe(workKey(other, chineseScript));
});

test.each([
  ['another author', book('1', '故乡', '鲁迅'), book('2', '故乡', '许某')],
  ['another volume', book('1', '三国演义1', '罗贯中'), book('2', '三国演义2', '罗贯中')],
  ['another book of a series', book('1', 'Star Wars: A', 'X'), book('2', 'Star Wars: B', 'X')],
])('%s is another work', (_, one, other) => {
  expect(workKey(one, chineseScript)).not.toBe(workKey(other, chineseScript));
});

test('the order of records does not matter', () => {
  const held: HeldBook[] = ['1', '2', '3'].map((id) => ({ book: book(id, '局外人', '加缪'), copies: [] }));
  const [forward] = [...workDocuments(held, chineseScript)];
  const [backward] = [...workDocuments(held.toReversed(), chineseScript)];
  expect(forward).toEqual(backward);
  expect(forward?.books).toEqual(['1', '2', '3']);
});

const copy = (barcode: string): CopyRecord => ({
  barcode,
  bookId: '1',
  branchId: 'main',
  shelf: `架 ${barcode}`,
  callNumber: `I565/${barcode}`,
  status: 'available',
  dueOn: null,
  loans: 0,
});

const workOf = (some: readonly CopyRecord[]) =>
  [...workDocuments([{ book: book('1', '局外人', '加缪'), copies: some }], chineseScript)][0];

test('the order of copies does not matter: the first by barcode lends its shelf and call number', () => {
  const copies = [copy('b'), copy('a'), copy('c')];
  expect(workOf(copies)).toEqual(workOf(copies.toReversed()));
  expect(workOf(copies)?.editions[0]).toMatchObject({
    callNumber: 'I565/a',
    holdings: [{ branchId: 'main', shelf: '架 a', copies: 3, available: 3 }],
  });
});

test.each([
  ['9787100026383', '9787100026383'],
  ['978-7-100-02638-3', '9787100026383'],
  ['7-100-02638-5', '9787100026383'],
  ['ISBN 7100026385', '9787100026383'],
  ['０-８０４４-２９５７-Ｘ', '9780804429573'],
  ['978–0–8044–2957–3', '9780804429573'],
  ['ISBN-13: 9787100026383', '9787100026383'],
  ['ISBN13 9787100026383', '9787100026383'],
  ['ISBN1000000001', '9781000000009'],
  ['7-100-02638-6', undefined],
  ['9787100026384', undefined],
  ['1234', undefined],
])('ISBN %s is %s', (typed, canonical) => {
  expect(canonicalIsbn(typed)).toBe(canonical);
});
