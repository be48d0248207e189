import { readBook, readCopy } from '../../cloudfunctions/catalog/adapters/read-book';

test.each([
  ['no title', {}, 'title', 'missing'],
  ['a title of spaces', { title: '  　 ' }, 'title', 'missing'],
  ['a title that is a number', { title: 1984 }, 'title', 'wrong-type'],
])('a book with %s is no record, and the fault is named', (_, fields, field, code) => {
  const { record, faults } = readBook({ _id: 'b1', ...fields });
  expect(record).toBeUndefined();
  expect(faults).toMatchObject([{ _id: 'books/b1', field, code }]);
});

test.each([
  ['a year in words', { year: '二〇〇一' }, 'year', 'wrong-type'],
  ['a wrong check digit', { isbns: ['9787301174822'] }, 'isbns', 'wrong-value'],
  ['authors in one text', { authors: '费孝通' }, 'authors', 'wrong-type'],
])('a book with %s is a record all the same, and the fault is named', (_, fields, field, code) => {
  const { record, faults } = readBook({ _id: 'b1', title: '乡土中国', ...fields });
  expect(record).toMatchObject({ title: '乡土中国' });
  expect(faults).toMatchObject([{ field, code }]);
});

test.each([
  ['no book', { branchId: 'main', status: 'available' }, 'bookId', 'missing'],
  ['a branch of spaces', { bookId: 'b1', branchId: ' ', status: 'available' }, 'branchId', 'missing'],
  ['a status in Chinese', { bookId: 'b1', branchId: 'main', status: '在架' }, 'status', 'wrong-value'],
])('a copy with %s is not shown, and the fault is named', (_, fields, field, code) => {
  const { record, faults } = readCopy({ _id: 'c1', ...fields });
  expect(record).toBeUndefined();
  expect(faults).toMatchObject([{ _id: 'copies/c1', field, code }]);
});
