import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import {
  planSearch,
  type SearchPlan,
  type SearchWish,
} from '../../cloudfunctions/catalog/domain/search-plan';

const counts: Readonly<Record<string, number>> = {
  t森林: 120,
  t挪威: 20,
  t威的: 30,
  t的森: 150,
  t中国: 9000,
  a村上: 40,
  t海边: 60,
};
const plan = (wish: Partial<SearchWish>): SearchPlan =>
  planSearch(
    { query: '', field: 'any', hasFacets: false, ...wish },
    (term) => counts[term] ?? 0,
    chineseScript,
  );
const termsOf = (look: { readonly anyOf: readonly string[] } | undefined): readonly string[] =>
  (look?.anyOf ?? []).filter((term) => term.startsWith('t')).map((term) => term.slice(1));

test.each<[string, Partial<SearchWish>, SearchPlan['kind']]>([
  ['nothing typed and nothing chosen', {}, 'nothing'],
  ['blanks', { query: '  ' }, 'nothing'],
  ['only signs', { query: '，。！' }, 'nothing'],
  ['a facet alone', { hasFacets: true }, 'everything'],
  ['a class alone', { clc: 'I247', hasFacets: true }, 'everything'],
  ['an ISBN', { query: '978-7-100-02638-3' }, 'everything'],
  ['an ISBN among titles', { query: '978-7-100-02638-3', field: 'title' }, 'words'],
  ['no ISBN, though one is asked for', { query: '红楼梦', field: 'isbn' }, 'nothing'],
  ['a class or call number', { query: 'I247.5/88' }, 'number'],
  ['the same among titles', { query: 'I247.5/88', field: 'title' }, 'words'],
  ['a call number by its field', { query: '88', field: 'call-number' }, 'number'],
  ['words', { query: '挪威的森林' }, 'words'],
])('%s: %j is answered as %s', (_, wish, kind) => {
  expect(plan(wish).kind).toBe(kind);
});

test.each<[string, string, readonly string[], readonly string[]]>([
  ['the rarest pair alone, the others in reserve', '挪威的森林', ['挪威'], ['威的', '森林']],
  ['a pair that nothing has: it is rarest', '挪威的深林', ['的深'], ['深林', '挪威', '威的']],
  ['a common pair alone, with nothing in reserve', '中国', ['中国'], []],
  ['of Latin words all that are rare: one may be the beginning of a word', 'old sea', ['old', 'sea'], []],
  ['traditional characters as simplified ones', '挪威的森林', ['挪威'], ['威的', '森林']],
])('a scan asks for %s', (_, query, scan, wider) => {
  const answer = plan({ query });
  if (answer.kind !== 'words') throw new Error(answer.kind);
  expect(termsOf(answer.scan)).toEqual(scan);
  expect(termsOf(answer.wider)).toEqual(wider);
});

test.each<[SearchWish['field'], readonly string[]]>([
  ['any', ['t海边', 'a海边', 's海边']],
  ['title', ['t海边']],
  ['author', ['a海边']],
  ['subject', ['s海边']],
])('among %s a pair of characters is looked for as %j', (field, terms) => {
  const answer = plan({ query: '海边', field });
  if (answer.kind !== 'words') throw new Error(answer.kind);
  expect(answer.scan.anyOf.filter((term) => term.endsWith('海边'))).toEqual(terms);
});
