import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import type { CopyRecord } from '../../cloudfunctions/catalog/domain/works/book-record';
import { satisfies } from '../../cloudfunctions/catalog/domain/works/facets';
import { nothingIsFrequent } from '../../cloudfunctions/catalog/domain/terms/term-frequencies';
import { workDocuments } from '../../cloudfunctions/catalog/domain/works/work-document';
import type { WorkIndex } from '../../cloudfunctions/catalog/ports';
import { searchCatalogue } from '../../cloudfunctions/catalog/use-cases/search-catalogue';
import { someBook } from '../support/some-book';

/** 900 works with 中国 in the title, loans and years spread over them, two of them titled just so. */
const held = Array.from({ length: 900 }, (_, i) => {
  const bookId = `b${i}`;
  const title = i === 700 || i === 800 ? '中国' : `中国故事${i}`;
  const book = someBook({
    bookId,
    title,
    authors: [`作者${i}`],
    year: 1950 + ((i * 7) % 70),
    language: i % 3 === 0 ? 'en' : 'zh',
  });
  const copy: CopyRecord = {
    barcode: `c${i}`,
    bookId,
    branchId: 'main',
    shelf: null,
    callNumber: null,
    status: 'available',
    dueOn: null,
    loans: (i * 37) % 900,
  };
  return { book, copies: [copy] };
});
const works = [...workDocuments(held, chineseScript)];

/** An index that reads in order and stops, as the database does; it counts what it reads. */
const countingIndex = () => {
  let read = 0;
  const index: WorkIndex = {
    frequencies: () => Promise.resolve(nothingIsFrequent),
    find: ({ among, anyOf, facets, order, after, limit }) => {
      const found = works
        .filter((work) => work[among].some((term) => anyOf.includes(term)) && work[order] > after)
        .filter((work) => work.editions.some((edition) => satisfies(edition, facets)))
        .toSorted((a, b) => (a[order] < b[order] ? -1 : 1))
        .slice(0, limit);
      read += found.length;
      return Promise.resolve(found);
    },
  };
  return { index, read: () => read };
};

const loansOf = (bookId: string) => held.find(({ book }) => book.bookId === bookId)?.copies[0]?.loans ?? 0;
const yearOf = (bookId: string) => held.find(({ book }) => book.bookId === bookId)?.book.year ?? 0;
const isExact = (bookId: string) => Number(bookId === 'b700' || bookId === 'b800');

describe.each([
  ['best', (a: string, b: string) => isExact(b) - isExact(a) || loansOf(b) - loansOf(a)],
  ['most-borrowed', (a: string, b: string) => loansOf(b) - loansOf(a)],
  ['newest', (a: string, b: string) => yearOf(b) - yearOf(a) || loansOf(b) - loansOf(a)],
] as const)('two common characters, sorted %s', (sort, compare) => {
  test.each([undefined, 'zh', 'en'])(
    'in language %s are paged as a full scan would have them',
    async (language) => {
      const expected = held
        .filter(({ book }) => language === undefined || book.language === language)
        .map(({ book }) => book.bookId)
        .toSorted(compare);
      const shown: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 3; page += 1) {
        const { index, read } = countingIndex();
        const answer = await searchCatalogue({ index, script: chineseScript })(
          { kind: 'phone', openid: 'o' },
          { query: '中国', field: 'any', facets: { language }, sort, cursor, pageSize: 30 },
        );
        expect(read()).toBeLessThanOrEqual(1000);
        if (!answer.ok) throw new Error('refused');
        expect(answer.value.total).toEqual({ count: 200, isExact: false });
        shown.push(...answer.value.results.map(({ bookId }) => bookId));
        cursor = answer.value.cursor ?? undefined;
      }
      expect(shown).toEqual(expected.slice(0, 90));
    },
  );
});
