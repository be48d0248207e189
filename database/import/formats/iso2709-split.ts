import { recordTerminator } from './iso2709-record';

/** A stretch of the file up to and with a record terminator, or a reason why there is none. */
export type Stretch =
  | { readonly kind: 'record'; readonly bytes: Buffer }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'truncated' };

/** ISO 2709 gives a record's length five digits, so no record is longer. Half as much again is let pass. */
const longestRecord = 150_000;

const isPadding = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0 || byte === 0x1a;

const withoutPadding = (bytes: Buffer): Buffer => {
  let from = 0;
  while (from < bytes.length && isPadding(bytes[from] ?? 1)) from += 1;
  return bytes.subarray(from);
};

/**
 * Cuts a stream at the record terminators (0x1D occurs inside no character of UTF-8, GB 18030 or MARC-8), which holds
 * where declared lengths are wrong. Blank lines and padding between records are dropped. Memory stays bounded: a
 * stretch without terminator is given up as `too-long` and skipped to the next one.
 */
export async function* splitRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<Stretch> {
  let rest: Buffer = Buffer.alloc(0);
  let skipping = false;
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(recordTerminator); end >= 0; end = rest.indexOf(recordTerminator)) {
      const bytes = withoutPadding(rest.subarray(0, end + 1));
      rest = rest.subarray(end + 1);
      if (!skipping && bytes.length > 1) yield { kind: 'record', bytes };
      skipping = false;
    }
    rest = withoutPadding(rest);
    if (rest.length > longestRecord) {
      if (!skipping) yield { kind: 'too-long' };
      skipping = true;
      rest = Buffer.alloc(0);
    }
  }
  if (!skipping && rest.length > 0) yield { kind: 'truncated' };
}
