import { chineseScript } from '../../cloudfunctions/catalog/adapters/chinese-script';
import { nothingIsFrequent } from '../../cloudfunctions/catalog/domain/terms/term-frequencies';
import { workDocuments } from '../../cloudfunctions/catalog/domain/works/work-document';
import type { Find, WorkIndex } from '../../cloudfunctions/catalog/ports';
import { searchCatalogue } from '../../cloudfunctions/catalog/use-cases/search-catalogue';
import { someBook } from '../support/some-book';

const titles = ['挪威的森林', '森林的秘密', '海边的卡夫卡', '漫长的告别'];
const held = titles.map((title, i) => ({ book: someBook({ bookId: `b${i}`, title }), copies: [] }));
const works = [...workDocuments(held, chineseScript)];

/** The index as the database gives it, and what was asked of it. */
const listeningIndex = () => {
  const asked: Find[] = [];
  const index: WorkIndex = {
    frequencies: () => Promise.resolve(nothingIsFrequent),
    find: (request) => {
      asked.push(request);
      const { among, anyOf, limit } = request;
      const found = works.filter((work) => work[among].some((term) => anyOf.includes(term)));
      return Promise.resolve(found.slice(0, limit));
    },
  };
  return { index, asked };
};

const search = async (query: string) => {
  const { index, asked } = listeningIndex();
  const answer = await searchCatalogue({ index, script: chineseScript })(
    { kind: 'phone', openid: 'o-ann' },
    { query, field: 'any', facets: {}, sort: 'best', pageSize: 10 },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.reasons));
  return { ...answer.value, looks: asked.map(({ among }) => among) };
};

test.each([
  ['as it is written', '挪威的森林', '挪威的森林', null, ['hints', 'terms']],
  ['with a wrong character', '挪威的深林', '挪威的森林', '挪威的森林', ['hints', 'terms', 'terms']],
  ['with one missing', '海边卡夫卡', '海边的卡夫卡', '海边的卡夫卡', ['hints', 'terms', 'terms']],
  [
    'so that no pair is right',
    '慢长得告憋',
    '漫长的告别',
    '漫长的告别',
    ['hints', 'terms', 'terms', 'hints'],
  ],
])('a title %s: %s', async (_, query, title, didYouMean, looks) => {
  const found = await search(query);
  expect(found.results[0]?.title).toBe(title);
  expect(found.didYouMean).toBe(didYouMean);
  expect(found.looks).toEqual(looks);
});

test('what is like nothing finds nothing, in four looks', async () => {
  const found = await search('量子纠缠');
  expect(found.results).toEqual([]);
  expect(found.looks).toHaveLength(4);
});

test('while a work has two documents, the one with the greater id counts', async () => {
  const [work] = works;
  if (!work) throw new Error('no work');
  const titled = (_id: string, title: string) => ({
    ...work,
    _id,
    editions: work.editions.map((edition) => ({ ...edition, title })),
  });
  const both = [titled('k/1', '旧'), titled('k/2', '新'), titled('k/0', '更旧')];
  const index: WorkIndex = {
    frequencies: () => Promise.resolve(nothingIsFrequent),
    find: () => Promise.resolve(both),
  };
  const answer = await searchCatalogue({ index, script: chineseScript })(
    { kind: 'phone', openid: 'o-ann' },
    { query: '挪威的森林', field: 'any', facets: {}, sort: 'best', pageSize: 10 },
  );
  expect(answer).toMatchObject({ ok: true, value: { results: [{ title: '新' }], total: { count: 1 } } });
});
