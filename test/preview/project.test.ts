import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { collectComponents, styleOptionsInScript } from '../../local/preview/build/components';
import { readMiniProgram, resolveComponent } from '../../local/preview/build/project';
import { compileTemplates } from '../../local/preview/build/templates';

let root: string;

/** Writes files by name; objects as JSON. */
const write = (files: Record<string, string | object>): void => {
  for (const [name, content] of Object.entries(files)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
};

const component = (path: string, json: object = {}) => ({
  [`${path}.json`]: { component: true, ...json },
  [`${path}.wxml`]: '<view />',
  [`${path}.ts`]: 'Component({})',
});

const page = (path: string, json: object = {}) => ({
  [`${path}.json`]: json,
  [`${path}.wxml`]: '<view />',
  [`${path}.ts`]: 'Page({})',
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'preview-'));
});

afterEach(() => rmSync(root, { recursive: true }));

test('pages of subpackages come after those of the main package', () => {
  write({
    'app.json': { pages: ['pages/a/index'], subPackages: [{ root: 'packages/b', pages: ['pages/c'] }] },
  });
  expect(readMiniProgram(root).app.pages).toEqual(['pages/a/index', 'packages/b/pages/c']);
});

describe('a component is looked for', () => {
  beforeEach(() => {
    write({
      ...component('components/card/index'),
      ...component('pages/a/part'),
      ...component('miniprogram_npm/@vant/weapp/icon/index'),
      ...component('pages/a/miniprogram_npm/near/index'),
    });
  });

  test.each([
    ['/components/card/index', 'components/card/index'],
    ['/components/card', 'components/card/index'],
    ['./part', 'pages/a/part'],
    ['part', 'pages/a/part'],
    ['../../components/card/index', 'components/card/index'],
    ['@vant/weapp/icon/index', 'miniprogram_npm/@vant/weapp/icon/index'],
    ['near', 'pages/a/miniprogram_npm/near/index'],
  ])('%s is %s', (reference, found) => {
    expect(resolveComponent(root, 'pages/a/index', reference)).toBe(found);
  });

  test('and its absence names it and who uses it', () => {
    expect(() => resolveComponent(root, 'pages/a/index', './none')).toThrow(
      'pages/a/index.json: component "./none" is not found',
    );
  });
});

test('collects pages and all that they reach, each with a scope of its own', () => {
  write({
    'app.json': { pages: ['pages/a/index'] },
    ...page('pages/a/index', { usingComponents: { card: '/components/card/index' } }),
    ...component('components/card/index', { usingComponents: { icon: '../icon/index', card: './index' } }),
    ...component('components/icon/index', { styleIsolation: 'shared' }),
    ...component('components/unused/index'),
  });
  const found = [...collectComponents(readMiniProgram(root)).values()];
  expect(found.map(({ path, isPage, styleScope }) => [path, isPage, styleScope])).toEqual([
    ['pages/a/index', true, ''],
    ['components/card/index', false, 'components-card'],
    ['components/icon/index', false, ''],
  ]);
});

test.each([
  ['page "pages/a/index" has no script', { 'pages/a/index.wxml': '' }],
  ['"pages/a/index" has no template', { 'pages/a/index.ts': '' }],
])('says that %s', (message, files) => {
  write({ 'app.json': { pages: ['pages/a/index'] }, ...files });
  expect(() => collectComponents(readMiniProgram(root))).toThrow(message);
});

test.each([
  ["Component({ options: { styleIsolation: 'apply-shared' } })", { styleIsolation: 'apply-shared' }],
  ['Component({ options: { addGlobalClass: true } })', { addGlobalClass: true }],
  ['(0, component_1.VantComponent)({})', { addGlobalClass: true }],
  ['Component({})', {}],
])('style options of %s are %j', (script, options) => {
  expect(styleOptionsInScript({ usingComponents: {} }, script)).toEqual(options);
});

test('compiles templates with what they include and require, and warns with file and line', () => {
  write({
    'a.wxml': '<wxs src="./f.wxs" module="f" /><include src="./b.wxml" /><view>{{ f.g(1) }}</view>',
    'b.wxml': '<view>\n<block wx:if="{{ }}"></block>\n</view>',
    'f.wxs': "var h = require('./h.wxs'); module.exports = { g: h.g };",
    'h.wxs': 'module.exports = { g: function (x) { return x.constructor; } };',
  });
  const { code, warnings } = compileTemplates(root, ['a']);
  expect(code).toContain('__wxs.typeName(x)');
  expect(warnings.some((warning) => warning.startsWith('b.wxml:2 '))).toBe(true);
});
