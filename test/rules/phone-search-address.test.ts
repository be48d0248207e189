import { choiceMade, choicesOf, facetChips } from '../../miniprogram/format/facet-chips';
import { addressOf, requestAt } from '../../miniprogram/packages/catalog/search-address';
import { decoded, routes } from '../../miniprogram/platform/routes';
import { asksForSomething, emptyRequest } from '../../miniprogram/stores/catalog/search-request';
import { clcClasses, clcName } from '../../miniprogram/wording/zh-CN/catalog/clc-classes';

const today = '2026-05-30';
const given = (record: object): object => JSON.parse(JSON.stringify(record)) as object;

describe('the address of a search', () => {
  test.each([
    { query: '乡土 中国', field: 'title', sort: 'newest' },
    { query: '', clc: 'TP3' },
    { query: '', clc: 'K73/77"19"=5<1>+2:3a' },
    {
      query: '三体',
      availableNow: 'true',
      branchId: 'main',
      language: 'zh',
      yearFrom: '2000',
      yearTo: '2009',
    },
    { query: '100%&?#' },
  ])('comes back as it was given: %j', (address) => {
    const [, search = ''] = routes.results(addressOf(requestAt(address))).split('?');
    const pairs = search.split('&').map((pair) => pair.split('=') as [string, string]);
    expect(given(requestAt(Object.fromEntries(pairs)))).toEqual(given(requestAt(address)));
  });

  test('what makes no sense is left out', () => {
    const request = requestAt({
      query: 'a',
      field: 'constructor',
      sort: 'x',
      yearFrom: 'soon',
      availableNow: '1',
    });
    expect(given(request)).toEqual({ ...emptyRequest, query: 'a' });
  });

  test.each([
    [{}, false],
    [{ query: 'a' }, true],
    [{ clc: 'I' }, true],
    [{ branchId: 'main' }, true],
    [{ yearFrom: 'soon', sort: 'newest' }, false],
  ])('%j asks for something: %s', (address, asks) => {
    expect(asksForSomething(requestAt(address))).toBe(asks);
  });

  test.each([
    ['%E4%B8%89', '三'],
    ['三', '三'],
    ['100%', '100%'],
    [undefined, ''],
  ])('%s is decoded once', (value, text) => {
    expect(decoded(value)).toBe(text);
  });
});

describe('the chips over the results', () => {
  const names = { main: '总馆' };
  const facets = { availableNow: true, branchId: 'main', clc: 'I247', language: 'en', yearTo: 1999 };

  test('say what narrows the list', () => {
    const chips = facetChips({ field: 'title', facets, sort: 'newest' }, names, today);
    expect(chips.map(({ label }) => label)).toEqual([
      '现在可借',
      '总馆',
      '中国文学',
      '英文',
      '2000 年以前',
      '最新出版',
      '题名',
    ]);
    expect(chips.every(({ isOn }) => isOn)).toBe(true);
  });

  test('are all off when nothing does', () => {
    expect(facetChips(emptyRequest, names, today).some(({ isOn }) => isOn)).toBe(false);
  });

  test.each([
    ['branchId', 'main', { facets: { branchId: 'main' } }],
    ['branchId', '', { facets: {} }],
    ['year', '近 3 年', { facets: { yearFrom: 2024 } }],
    ['year', '', { facets: {} }],
    ['sort', 'newest', { sort: 'newest' }],
    ['field', 'author', { field: 'author' }],
  ] as const)('choosing %s %s', (name, value, change) => {
    expect(given(choiceMade(name, value, {}, today))).toEqual(change);
  });

  test.each(['branchId', 'language', 'clc', 'year', 'sort', 'field'] as const)(
    'offers %s with one chosen',
    (name) => {
      const chosen = choicesOf(name, emptyRequest, names, today).filter(({ isChosen }) => isChosen);
      expect(chosen).toHaveLength(1);
    },
  );
});

describe('the classes of the 中图法', () => {
  test('are 22, and every division stands under its letter', () => {
    expect(clcClasses.map(({ clc }) => clc).join('')).toBe('ABCDEFGHIJKNOPQRSTUVXZ');
    for (const { clc, subclasses } of clcClasses)
      expect(subclasses.every((division) => division.clc.startsWith(clc))).toBe(true);
  });

  test.each([
    ['I247.5', '中国文学'],
    ['TP312', '自动化技术、计算机技术'],
    ['I', '文学'],
    ['W1', null],
  ])('%s is named %s', (clc, name) => {
    expect(clcName(clc)).toBe(name);
  });
});
