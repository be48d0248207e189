import { assert, integer, property, stringMatching } from 'fast-check';
import { decodeQR } from 'qr/decode.js';
import { code128Values, symbolWidths } from '../../miniprogram/format/code128';
import { asBackground, barcodeDrawing, qrDrawing } from '../../miniprogram/format/drawn-code';
import type { Drawing } from '../../miniprogram/format/drawn-code';
import { readBars } from '../support/read-bars';

/** A drawing in pixels, `scale` to a module: true = dark. */
function inPixels({ path, width, height }: Drawing, scale: number): boolean[][] {
  const rows = Array.from({ length: height * scale }, () =>
    Array.from({ length: width * scale }, () => false),
  );
  for (const [, ...numbers] of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g)) {
    const [x = 0, y = 0, w = 0, h = 0] = numbers.map((number) => Number(number) * scale);
    for (const row of rows.slice(y, y + h)) row.fill(true, x, x + w);
  }
  return rows;
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

/** What a camera would read. */
const readQr = (drawing: Drawing): string => {
  const rows = inPixels(drawing, 4);
  const data = Uint8Array.from(rows.flat().flatMap((dark) => (dark ? [0, 0, 0, 255] : [255, 255, 255, 255])));
  return decodeQR({ width: rows.length, height: rows.length, data }, { timeLimit: 5000 });
};

describe('Code 128', () => {
  test('has 106 symbols of 11 modules and a stop of 13, no two alike, the bars of each an even number of modules', () => {
    expect(symbolWidths).toHaveLength(107);
    expect(new Set(symbolWidths).size).toBe(107);
    const numbers = symbolWidths.map((widths) => widths.split('').map(Number));
    expect(numbers.slice(0, -1).map(sum)).toEqual(Array.from({ length: 106 }, () => 11));
    expect(sum(numbers.at(-1) ?? [])).toBe(13);
    const bars = numbers.slice(0, -1).map((widths) => sum(widths.filter((_, at) => at % 2 === 0)));
    expect(bars.filter((modules) => modules % 2 !== 0)).toEqual([]);
  });

  test.each([
    ['Wikipedia', [104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106]],
    ['1234567890', [105, 12, 34, 56, 78, 90, 85, 106]],
    ['12', [105, 12, 14, 106]],
    ['A12', [104, 33, 17, 18, 19, 106]],
    ['OL2026000001', [104, 47, 44, 99, 20, 26, 0, 0, 1, 33, 106]],
    ['12345', [105, 12, 34, 100, 21, 54, 106]],
  ])('%s has the symbols of the tables', (text, values) => {
    expect(code128Values(text)).toEqual(values);
  });

  test('what is drawn reads back, at any scale', () => {
    const cards = stringMatching(/^[A-Za-z0-9-]{3,32}$/);
    assert(
      property(cards, integer({ min: 1, max: 4 }), (card, scale) => {
        expect(readBars(inPixels(barcodeDrawing(card), scale)[0] ?? [])).toBe(card);
      }),
    );
  });

  test('is blank for ten modules at both ends', () => {
    const [row = []] = inPixels(barcodeDrawing('1033210417'), 1);
    expect([row.indexOf(true), row.length - 1 - row.lastIndexOf(true)]).toEqual([10, 10]);
  });

  test.each(['', '证', 'a\nb'])('refuses %j, which it cannot say', (text) => {
    expect(() => code128Values(text)).toThrow(RangeError);
  });
});

test.each(['1', 'v1.eyJjYXJkIjoiMTAzMzIxMDQxNyJ9.c2lnbmF0dXJlIHRoYXQgaXMgbG9uZw', 'x'.repeat(300)])(
  'the QR code of %s reads back',
  (text) => {
    expect(readQr(qrDrawing(text))).toBe(text);
  },
);

test('a drawing fits a style: no double quote, no bare # or <, and it is small', () => {
  const css = asBackground(qrDrawing('x'.repeat(120)));
  expect(css.slice(4, -1)).toMatch(/^"data:image\/svg\+xml,[^"#<>]+"$/);
  expect(css.length).toBeLessThan(16_000);
});
