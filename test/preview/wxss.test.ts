import postcss from 'postcss';
import { toFrameUnits } from '../../local/preview/frame-units';
import { type StyleTarget, wxssToCss } from '../../local/preview/build/wxss';

const transform = (wxss: string, target: StyleTarget): string =>
  postcss([wxssToCss(target)])
    .process(wxss, { from: undefined })
    .css.replace(/\s+/g, ' ')
    .trim();
const inApp = (wxss: string) => transform(wxss, { scope: '' });
const inPage = (wxss: string) => transform(wxss, { scope: '', page: 'pages/a/index' });
const inComponent = (wxss: string) => transform(wxss, { scope: 'book-card' });
const where = ':where([data-route="pages/a/index"])';

describe('lengths', () => {
  test.each([
    ['750rpx', 'calc(750 * var(--rpx))'],
    ['-.5rpx 2rpx', 'calc(-.5 * var(--rpx)) calc(2 * var(--rpx))'],
    ['calc(100vh - 20rpx)', 'calc(calc(100 * var(--vh)) - calc(20 * var(--rpx)))'],
    ['50vw', 'calc(50 * var(--vw))'],
    ['env(safe-area-inset-bottom)', 'var(--safe-area-inset-bottom)'],
    ['constant(safe-area-inset-top, 0px)', 'var(--safe-area-inset-top)'],
    ['var(--gap-2rpx)', 'var(--gap-2rpx)'],
    ['10px', '10px'],
  ])('%s becomes %s', (given, wanted) => {
    expect(toFrameUnits(given)).toBe(wanted);
  });
});

describe('selectors', () => {
  test.each([
    ['.a .b > view', '.a .b > mp-view'],
    ['page', 'mp-page'],
    ['image, button.x', 'taro-image-core, taro-button-core.x'],
  ])('of app.wxss: %s becomes %s', (given, wanted) => {
    expect(inApp(`${given} { top: 0 }`)).toBe(`${wanted} { top: 0 }`);
  });

  test.each([
    ['.a', `${where} .a`],
    ['.a, .b:not(.c, .d)', `${where} .a, ${where} .b:not(.c, .d)`],
    ['page', `mp-page${where}`],
    ['page .a', `mp-page${where} .a`],
  ])('of a page stay inside it: %s becomes %s', (given, wanted) => {
    expect(inPage(`${given} { top: 0 }`)).toBe(`${wanted} { top: 0 }`);
  });

  test.each([
    ['.a.b', '.book-card--a.book-card--b'],
    [':host', '[wx-host="book-card"]'],
    [':host .a', '[wx-host="book-card"] .book-card--a'],
  ])('of a component carry its prefix: %s becomes %s', (given, wanted) => {
    expect(inComponent(`${given} { top: 0 }`)).toBe(`${wanted} { top: 0 }`);
  });
});

describe('selectors that WeChat ignores in a component', () => {
  test.each(['#title', 'view', '.a > text', '[data-x]'])(
    '%s is refused there, with its words',
    (selector) => {
      const css = `${selector} { top: 0 }`;
      expect(() => transform(css, { scope: 'book-card', isComponent: true })).toThrow(
        /no (id|tag|attribute)/,
      );
      expect(inPage(css)).toContain('top: 0');
    },
  );

  test('classes, the host and the steps of an animation are not', () => {
    const css = ':host .a:not(.b):nth-of-type(2n + 1)::after { top: 0 } @keyframes turn { from { top: 0 } }';
    expect(transform(css, { scope: 'book-card', isComponent: true })).toContain('book-card--a');
  });
});

describe('animations', () => {
  test('of a page are its own, and its rules name them so', () => {
    const css = inPage('@keyframes turn { to { top: 1rpx } } .a { animation: turn 1s }');
    expect(css).toContain('@keyframes pages-a-index--turn { to { top: calc(1 * var(--rpx)) } }');
    expect(css).toContain('animation: pages-a-index--turn 1s');
  });
});

describe('dark mode', () => {
  test('follows the frame, not the computer', () => {
    expect(inApp('@media (prefers-color-scheme: dark) { .a { top: 0 } }')).toBe(
      ':where([data-theme="dark"]) .a { top: 0 }',
    );
  });

  test('keeps the other conditions of the query', () => {
    expect(inApp('@media (min-width: 1px) and (prefers-color-scheme: light) { .a { top: 0 } }')).toBe(
      '@media (min-width: 1px) { :where([data-theme="light"]) .a { top: 0 } }',
    );
  });

  test('of a page colours the page itself', () => {
    expect(inPage('@media (prefers-color-scheme: dark) { page { top: 0 } }')).toBe(
      `:where([data-theme="dark"]) mp-page${where} { top: 0 }`,
    );
  });
});
