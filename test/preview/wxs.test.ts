import { rewriteWxs, wxsRequires } from '../../local/preview/build/wxs';

test.each([
  ["value.constructor === 'Array'", "__wxs.typeName(value) === 'Array'"],
  ["options.list[0].constructor === 'Object'", "__wxs.typeName(options.list[0]) === 'Object'"],
  ["getRegExp('^\\d+$')", "getRegExp('^\\\\d+$')"],
  ['getRegExp("a\\\\d", "g")', 'getRegExp("a\\\\d", "g")'],
  ["require('./add-unit.wxs')", "require('./add-unit')"],
])('%s becomes %s', (given, wanted) => {
  expect(rewriteWxs(given)).toBe(wanted);
});

test('finds what a module requires', () => {
  expect(wxsRequires('var a = require(\'./a.wxs\'); var b = require("../b.wxs");')).toEqual(['./a', '../b']);
});
