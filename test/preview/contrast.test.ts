import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const themed = (file: string): string => readFileSync(join(__dirname, '../../miniprogram', file), 'utf8');

/** The colours in figures of one block of custom properties. */
const coloursIn = (css: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = '', colour = '']) => [name, colour]),
  );

const [light = '', dark = ''] = themed('theme/tokens.wxss').split('@media');
const themes = { light: coloursIn(light), dark: coloursIn(dark) };

/** Relative luminance of `#rrggbb`: WCAG 2.1, definition of relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21: WCAG 2.1, definition of contrast ratio. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Which colour is written on which: every pair that a style sheet of the mini program makes. */
const written: readonly (readonly [text: string, on: string])[] = [
  ...['ink', 'second-ink', 'main', 'warning', 'available'].flatMap((text) => [
    [text, 'paper'] as const,
    [text, 'card'] as const,
  ]),
  ['on-main', 'main'],
  ['on-main', 'main-pressed'],
  ['main', 'soft'],
  ['main', 'mark'],
  ['warning', 'warning-soft'],
  ['card-ink', 'card-green'],
  ['card-ink', 'card-blue'],
  ['plate-ink', 'plate'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colours = themes[theme];

  test('every colour has its figures', () => {
    expect(Object.keys(colours).toSorted()).toEqual(Object.keys(themes.light).toSorted());
  });

  test.each(written)('%s is legible on %s (4.5 : 1)', (text, on) => {
    expect(contrast(colours[text] ?? '', colours[on] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test('the tab bar is legible and has the colours of the pages', () => {
    const bar = (JSON.parse(themed('theme.json')) as Record<string, Record<string, string>>)[theme] ?? {};
    for (const text of ['secondInk', 'main'])
      expect(contrast(bar[text] ?? '', bar['card'] ?? '')).toBeGreaterThanOrEqual(4.5);
    expect(
      [bar['paper'], bar['card'], bar['main'], bar['secondInk']].map((each) => each?.toLowerCase()),
    ).toEqual(
      [colours['paper'], colours['card'], colours['main'], colours['second-ink']].map((each) =>
        each?.toLowerCase(),
      ),
    );
  });
});

const coverSheet = themed('components/cover/index.wxss');
const cloths = [...coverSheet.matchAll(/\.cloth-\d+ \{\s*background-color: (#[0-9a-f]{6})/g)].map(
  ([, cloth = '']) => cloth,
);
const threadColour = [255, 250, 235];

/** The thread as it looks on a cloth, which shines through it. */
const threadOn = (cloth: string, opacity: number): string =>
  `#${threadColour
    .map((thread, channel) => {
      const under = Number.parseInt(cloth.slice(1 + channel * 2, 3 + channel * 2), 16);
      return Math.round(thread * opacity + under * (1 - opacity))
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;

test.each(['title', 'author'])('the %s is legible on every cloth (4.5 : 1)', (part) => {
  const [, opacity = '1'] = new RegExp(`cover-${part} \\{[^}]*opacity: ([\\d.]+)`).exec(coverSheet) ?? [];
  expect(coverSheet).toContain(`rgba(${threadColour.join(', ')}, 0.92)`);
  expect(cloths).toHaveLength(10);
  for (const cloth of cloths)
    expect(contrast(threadOn(cloth, 0.92 * Number(opacity)), cloth)).toBeGreaterThanOrEqual(4.5);
});
