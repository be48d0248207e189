import type { RejectionCode } from '../report';
import type { Warning } from './raw-record';

export const recordTerminator = 0x1d;
const fieldTerminator = 0x1e;
export const leaderLength = 24;
const entryLength = 12;

export type RawField = { readonly tag: string; readonly bytes: Buffer };
export type Structure =
  | { readonly ok: true; readonly leader: string; readonly fields: RawField[]; readonly warnings: Warning[] }
  | { readonly ok: false; readonly code: RejectionCode; readonly reason: string };

const refused = (code: RejectionCode, reason: string): Structure => ({ ok: false, code, reason });

type Entry = { readonly tag: string; readonly length: number; readonly start: number };

const readDirectory = (directory: string): Entry[] | null => {
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length; at += entryLength) {
    const entry = /^(.{3})(\d{4})(\d{5})$/.exec(directory.slice(at, at + entryLength));
    if (entry === null) return null;
    entries.push({ tag: entry[1] ?? '', length: Number(entry[2]), start: Number(entry[3]) });
  }
  return entries;
};

/** Every field ends with its terminator and holds no other: then the directory tells the truth. */
const isTrue = (entry: Entry, body: Buffer): boolean =>
  entry.length > 0 && body.indexOf(fieldTerminator, entry.start) === entry.start + entry.length - 1;

const cutAtTerminators = (body: Buffer): Buffer[] => {
  const fields: Buffer[] = [];
  let from = 0;
  for (let end = body.indexOf(fieldTerminator); end >= 0; end = body.indexOf(fieldTerminator, from)) {
    fields.push(body.subarray(from, end));
    from = end + 1;
  }
  return fields;
};

/**
 * The fields of one ISO 2709 record (its bytes up to and with the record terminator), not yet decoded. Positions that
 * don't fit the fields are mended by the field terminators when there are as many as entries: a catalogue that was
 * converted between encodings without new lengths is common. Otherwise the record is refused.
 */
export const readStructure = (bytes: Buffer): Structure => {
  const leader = bytes.toString('latin1', 0, leaderLength);
  if (leader.length < leaderLength) return refused('bad-leader', 'shorter than a leader of 24 characters');
  if (!/^\d{5}/.test(leader)) return refused('bad-leader', 'the leader does not begin with a record length');
  if (!/^\d{5}$/.test(leader.slice(12, 17)))
    return refused('bad-leader', `the base address "${leader.slice(12, 17)}" is not a number`);
  const base = Number(leader.slice(12, 17));
  if (base <= leaderLength || base > bytes.length)
    return refused('bad-leader', `the base address ${base} is outside the record of ${bytes.length} bytes`);
  const directory = bytes.toString('latin1', leaderLength, base - 1);
  if (bytes[base - 1] !== fieldTerminator || directory.length % entryLength !== 0)
    return refused('bad-directory', 'the directory does not end where the base address says');
  const entries = readDirectory(directory);
  if (entries === null) return refused('bad-directory', 'a directory entry is not a tag and two numbers');
  if (entries.length === 0) return refused('bad-directory', 'the record has no fields');
  return readFields(leader, entries, bytes.subarray(base, bytes.length - 1));
};

const readFields = (leader: string, entries: readonly Entry[], body: Buffer): Structure => {
  const declared = Number(leader.slice(0, 5));
  const actual = leaderLength + entries.length * entryLength + 1 + body.length + 1;
  const warnings: Warning[] =
    declared === actual
      ? []
      : [{ code: 'mended-length', reason: `the leader says ${declared} bytes, the record has ${actual}` }];
  if (entries.every((entry) => isTrue(entry, body))) {
    const fields = entries.map(({ tag, start, length }) => ({
      tag,
      bytes: body.subarray(start, start + length - 1),
    }));
    return { ok: true, leader, fields, warnings };
  }
  const cut = cutAtTerminators(body);
  if (cut.length !== entries.length)
    return refused(
      'bad-directory',
      `the directory names ${entries.length} fields, the record has ${cut.length}`,
    );
  const inOrder = entries.toSorted((a, b) => a.start - b.start);
  const fields = cut.map((field, index) => ({ tag: inOrder[index]?.tag ?? '', bytes: field }));
  warnings.push({
    code: 'mended-directory',
    reason: 'the directory has wrong positions; the field terminators were used',
  });
  return { ok: true, leader, fields, warnings };
};
