import type { RawRecord, RejectedRecord, Row } from './raw-record';
import { asUtf8 } from './text-encoding';

const longestLine = 1_000_000;
const newline = 0x0a;

const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readLine = (record: number, line: string): RawRecord | RejectedRecord => {
  try {
    const value: unknown = JSON.parse(line);
    if (isObject(value)) return { kind: 'row', record, row: value, isTextExact: true, warnings: [] };
    return { kind: 'rejected', record, code: 'bad-json', reason: 'the line is not a JSON object' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'rejected', record, code: 'bad-json', reason };
  }
};

/** The bytes of each line; one of over a million comes as null, and memory stays bounded. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let rest: Buffer = Buffer.alloc(0);
  let skipping = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      const line =
        rest.length === 0 ? chunk.subarray(from, end) : Buffer.concat([rest, chunk.subarray(from, end)]);
      if (!skipping) yield line.length > longestLine ? null : line;
      skipping = false;
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    rest = Buffer.concat([rest, chunk.subarray(from)]);
    if (rest.length <= longestLine) continue;
    if (!skipping) yield null;
    skipping = true;
    rest = Buffer.alloc(0);
  }
  if (!skipping) yield rest;
}

/** The objects of a JSON Lines file. `record` is the line's number; blank lines are counted, but no records. */
export async function* readJsonLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<RawRecord | RejectedRecord> {
  let record = 0;
  for await (const bytes of linesOf(chunks)) {
    record += 1;
    const text = bytes === null ? null : asUtf8(bytes);
    if (bytes === null)
      yield { kind: 'rejected', record, code: 'too-long', reason: `the line has over ${longestLine} bytes` };
    else if (text === null)
      yield { kind: 'rejected', record, code: 'bad-encoding', reason: 'the line is not UTF-8' };
    else if (text.trim() !== '') yield readLine(record, text.trim());
  }
}
