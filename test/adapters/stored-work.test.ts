import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { readEditions, readWorks, storedWork } from '../../cloudfunctions/catalog/adapters/stored-work';
import { workDocument } from '../../cloudfunctions/catalog/domain/works/work-document';
import { someBook } from '../support/some-book';

const book = someBook({ bookId: 'b1', title: '边城', authors: ['沈从文'], year: 1934 });
const work = workDocument('边城/沈从文', [{ book, copies: [] }], chineseScript);

test('a stored work is read as it was, and holds no objects to take apart', () => {
  const stored = storedWork(work);
  expect(readWorks([stored])).toEqual([work]);
  expect(readEditions(stored)).toEqual(work.editions);
  const nested = Object.values(stored).filter((value) => typeof value === 'object' && !Array.isArray(value));
  expect(nested).toEqual([work.facets]);
});

test.each([
  ['editions', 'not JSON'],
  ['editions', '{}'],
  ['editions', '[]'],
  ['matchText', '{"titles":'],
  ['matchText', '[]'],
  ['matchText', 'null'],
])('a work whose %s somebody spoilt to %s is left out, the others stay', (field, text) => {
  const stored = storedWork(work);
  expect(readWorks([{ ...stored, [field]: text }, stored])).toEqual([work]);
});
