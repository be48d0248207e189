import iconv from 'iconv-lite';

/** The text of one or more whole rows (a quoted cell may hold line breaks), or a line that belongs to none. */
export type RowText =
  | { readonly kind: 'rows'; readonly line: number; readonly text: string }
  | { readonly kind: 'open-quote' | 'too-long'; readonly line: number; readonly text: string };

/** More lines than any cell has: a quote still open after them was never meant to open a cell. */
const mostLinesOfACell = 100;
const longestLine = 200_000;

const hasOddQuotes = (text: string): boolean => (text.split('"').length - 1) % 2 === 1;

/** Lines with their line breaks, of whichever kind; null for one that is too long, of which nothing is kept. */
async function* linesOf(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string | null> {
  const decoder = iconv.getDecoder(encoding);
  let rest = '';
  let isSkipping = false;
  const whole = function* (lines: readonly string[]): Generator<string | null> {
    for (const line of lines) {
      if (!isSkipping) yield line.length > longestLine ? null : line;
      isSkipping = false;
    }
  };
  for await (const chunk of chunks) {
    // A carriage return at the end waits for the line feed that may follow it.
    const lines = (rest + decoder.write(chunk)).split(/(?<=\n|\r(?!\n|$))/u);
    rest = lines.pop() ?? '';
    yield* whole(lines);
    if (rest.length <= longestLine) continue;
    if (!isSkipping) yield null;
    isSkipping = true;
    rest = rest.endsWith('\r') ? '\r' : '';
  }
  yield* whole((rest + (decoder.end() ?? '')).split(/(?<=\n|\r(?!\n))/u));
}

type Line = { readonly line: number; readonly text: string };

/** How many of the lines make whole rows: the fewest that close every quote they open; 0 = not yet. */
const linesOfRows = (lines: readonly Line[]): number => {
  let isOpen = false;
  for (const [at, { text }] of lines.entries()) {
    if (hasOddQuotes(text)) isOpen = !isOpen;
    if (!isOpen) return at + 1;
  }
  return 0;
};

/** Takes what is certain by now from the waiting lines; those of an open cell stay. */
function* takeRows(waiting: Line[], isEnd: boolean): Generator<RowText> {
  for (let [first] = waiting; first !== undefined; [first] = waiting) {
    const count = linesOfRows(waiting);
    if (count === 0 && !isEnd && waiting.length <= mostLinesOfACell) return;
    const taken = waiting.splice(0, Math.max(count, 1));
    yield {
      kind: count === 0 ? 'open-quote' : 'rows',
      line: first.line,
      text: taken.map(({ text }) => text).join(''),
    };
  }
}

/**
 * Cuts CSV text into rows without parsing them: a row ends where its quotes are even. A quote that stays open costs
 * its own line only, not the rest of the file. Line numbers count from 1. Memory stays bounded.
 */
export async function* splitRows(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<RowText> {
  const waiting: Line[] = [];
  let line = 0;
  for await (const text of linesOf(chunks, encoding)) {
    line += 1;
    if (text !== null) waiting.push({ line, text });
    yield* takeRows(waiting, text === null);
    if (text === null) yield { kind: 'too-long', line, text: '' };
  }
  yield* takeRows(waiting, true);
}
