import { formatRoute, parseRoute } from '../../local/preview/runtime/pages/route';

test.each([
  ['/pages/a/index?x=1&y=', '', { path: 'pages/a/index', query: { x: '1', y: '' } }],
  ['../b/index', 'pages/a/index', { path: 'pages/b/index', query: {} }],
  ['detail?id=3', 'packages/x/pages/list', { path: 'packages/x/pages/detail', query: { id: '3' } }],
  ['//', '', { path: '//', query: {} }],
  ['/%E4%B', '', { path: '%E4%B', query: {} }],
  ['/p?url=a%3Db&q=中 文=2', '', { path: 'p', query: { url: 'a%3Db', q: '中 文=2' } }],
])('%s from %s', (url, from, route) => {
  expect(parseRoute(url, from)).toEqual(route);
});

test('an address written out reads back the same', () => {
  const route = { path: 'pages/a/index', query: { id: '3', name: '%E4%B8%AD' } };
  expect(parseRoute(formatRoute(route))).toEqual(route);
});
