import { encode } from 'uqr';
import { code128Widths } from './code128';

/** What a scanner needs to see blank beside the code, in modules. Sources: ISO/IEC 15417 and 18004. */
const quiet = { barcode: 10, qr: 4 } as const;

/** A drawing in black, in modules: `path` is of SVG; its width and height include the blank around it. */
export type Drawing = { readonly path: string; readonly width: number; readonly height: number };

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h-${width}z`;

/** A text as a Code 128 bar code, one module high: it is stretched to any height. */
export function barcodeDrawing(text: string): Drawing {
  let x: number = quiet.barcode;
  let path = '';
  code128Widths(text).forEach((width, place) => {
    if (place % 2 === 0) path += rectangle(x, 0, width, 1);
    x += width;
  });
  return { path, width: x + quiet.barcode, height: 1 };
}

/** A text as a QR code that a scratch on the screen does not spoil (level M). */
export function qrDrawing(text: string): Drawing {
  const { data, size } = encode(text, { ecc: 'M', border: quiet.qr });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (row[x]) x += 1;
      if (x > start) found.push(rectangle(start, y, x - start, 1));
    }
    return found;
  });
  return { path: runs.join(''), width: size, height: size };
}

/** A drawing as the value of CSS `background-image`: one node on the screen, sharp at any size. */
export const asBackground = ({ path, width, height }: Drawing): string => {
  const svg =
    `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' preserveAspectRatio='none' ` +
    `shape-rendering='crispEdges'%3E%3Cpath d='${path}'/%3E%3C/svg%3E`;
  return `url("data:image/svg+xml,${svg}")`;
};
