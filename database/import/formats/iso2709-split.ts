import { leaderLength, recordTerminator } from './iso2709-record';
import { UnreadableFile } from './unreadable-file';

/** A stretch of the file up to and with a record terminator, or the beginning of what has none. */
export type Stretch = { readonly kind: 'record' | 'too-long' | 'truncated'; readonly bytes: Buffer };

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
      if (!skipping) yield { kind: 'too-long', bytes: rest.subarray(0, leaderLength) };
      skipping = true;
      rest = Buffer.alloc(0);
    }
  }
  if (!skipping && rest.length > 0) yield { kind: 'truncated', bytes: rest.subarray(0, leaderLength) };
}

/** Broken records may stand first in a file of MARC; so many strangers and nothing else are another file. */
const strangersBorne = 100;

/** A broken leader still has one of its two numbers, which other bytes have by chance once in ten million times. */
const hasLeader = ({ bytes }: Stretch): boolean =>
  /^(?:.{12})?\d{5}/su.test(bytes.toString('latin1', 0, leaderLength));

/** The stretches of a file of MARC. Throws `UnreadableFile`, before the first, when none begins like a record. */
export async function* onlyMarc(stretches: AsyncIterable<Stretch>): AsyncGenerator<Stretch> {
  const strangers: Stretch[] = [];
  let isMarc = false;
  for await (const stretch of stretches) {
    if (!isMarc && !hasLeader(stretch)) {
      if (strangers.push(stretch) > strangersBorne) break;
      continue;
    }
    isMarc = true;
    yield* strangers.splice(0);
    yield stretch;
  }
  if (!isMarc) throw new UnreadableFile('unknown-format', 'no record in it has the leader of MARC');
}
