import { readBook, readCopy } from '../../cloudfunctions/catalog/adapters/read-book';

const told = (faults: readonly { field: string; code: string }[]): string[] =>
  faults.map(({ field, code }) => `${field} ${code}`);

test.each([
  ['no title', {}, 'title missing'],
  ['a title of spaces', { title: '  　 ' }, 'title missing'],
  ['a title that is a number', { title: 1984 }, 'title not-text'],
  ['a number too long to ask for', { _id: 'b'.repeat(65), title: '乡土中国' }, '_id too-long'],
])('a book with %s is no record, and the fault is named', (_, fields, fault) => {
  const { record, faults } = readBook({ _id: 'b1', ...fields });
  expect([record, told(faults)]).toEqual([undefined, [fault]]);
});

test.each([
  ['a year in words', { year: '二〇〇一' }, 'year not-a-whole-number'],
  ['a year to come', { year: 20001 }, 'year out-of-range'],
  ['a wrong check digit', { isbns: ['9787301174822'] }, 'isbns not-an-isbn'],
  ['authors in one text', { authors: '费孝通' }, 'authors not-a-list'],
  ['an author that is a number', { authors: ['费孝通', 7] }, 'authors not-a-list-of-texts'],
  ['a language in words', { language: '中文' }, 'language not-a-language'],
  ['a class in words', { clc: '社会学' }, 'clc not-a-class'],
  ['a class in small letters', { clc: 'c912' }, 'clc not-a-class'],
  ['a day in words', { addedOn: '昨天' }, 'addedOn not-a-day'],
  ['a summary in a list', { summary: ['a'] }, 'summary not-text'],
])('a book with %s is a record all the same, and the fault is named', (_, fields, fault) => {
  const { record, faults } = readBook({ _id: 'b1', title: '乡土中国', ...fields });
  expect(record).toMatchObject({ title: '乡土中国' });
  expect(told(faults)).toEqual([fault]);
});

test.each([
  ['title', { title: '长'.repeat(9_000) }, 500],
  ['summary', { summary: '长'.repeat(1_000_000) }, 3_000],
  ['publisher', { publisher: '长'.repeat(201) }, 200],
  ['callNumber', { callNumber: '长'.repeat(201) }, 200],
  ['authors', { authors: Array.from({ length: 5_000 }, (_, n) => `作者${n}`) }, 30],
  ['subjects', { subjects: Array.from({ length: 31 }, (_, n) => `主题${n}`) }, 30],
  ['isbns', { isbns: Array.from({ length: 21 }, () => '9787301174821') }, 1],
] as const)('a %s beyond its bound is cut, and the fault names it', (field, fields, length) => {
  const { record, faults } = readBook({ _id: 'b1', title: '乡土中国', ...fields });
  expect([record?.[field]?.length, told(faults)]).toEqual([length, [`${field} too-long`]]);
});

test('a name that is written twice stands once, and that is no fault', () => {
  const fields = { authors: ['费孝通', '刘豪兴', ' 费孝通'], subjects: ['社会学', '社会学'] };
  const { record, faults } = readBook({ _id: 'b1', title: '乡土中国', ...fields });
  expect([record?.authors, record?.subjects, faults]).toEqual([['费孝通', '刘豪兴'], ['社会学'], []]);
});

test('within the bounds nothing is cut, and no half of a character is left beyond them', () => {
  const fields = { title: '题'.repeat(500), summary: '要'.repeat(3_000), authors: ['人'.repeat(100)] };
  expect(readBook({ _id: 'b'.repeat(64), ...fields })).toMatchObject({ record: fields, faults: [] });
  expect(readBook({ _id: 'b1', title: `${'a'.repeat(499)}𠮷` }).record?.title).toBe('a'.repeat(499));
});

test('the largest record that is shown fits into one setData of 32 KB', () => {
  const text = '长'.repeat(10_000);
  const names = Array.from({ length: 100 }, () => text);
  const { record } = readBook({
    _id: 'b'.repeat(64),
    title: text,
    publisher: text,
    callNumber: text,
    summary: text,
    authors: names,
    subjects: names,
  });
  expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(32 * 1024);
});

test.each([
  ['no book', { branchId: 'main', status: 'available' }, 'bookId missing'],
  ['a branch of spaces', { bookId: 'b1', branchId: ' ', status: 'available' }, 'branchId missing'],
  ['a branch that is a number', { bookId: 'b1', branchId: 1, status: 'available' }, 'branchId not-text'],
  ['a status in Chinese', { bookId: 'b1', branchId: 'main', status: '在架' }, 'status unknown-status'],
])('a copy with %s is not shown, and the fault is named', (_, fields, fault) => {
  const { record, faults } = readCopy({ _id: 'c1', ...fields });
  expect([record, told(faults)]).toEqual([undefined, [fault]]);
});

test('a copy with a due day or a count that cannot be read is shown without', () => {
  const fields = { bookId: 'b1', branchId: 'main', status: 'on-loan', dueOn: '下周', loans: -1 };
  const { record, faults } = readCopy({ _id: 'c1', ...fields });
  expect(record).toMatchObject({ dueOn: null, loans: 0 });
  expect(told(faults)).toEqual(['dueOn not-a-day', 'loans out-of-range']);
});
