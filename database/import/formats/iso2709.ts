import { decodeMarc8 } from './marc8';
import { readStructure, type RawField } from './iso2709-record';
import { onlyMarc, splitRecords } from './iso2709-split';
import { checkedField, type Warnings } from './marc-field';
import type { MarcRecord, RawRecord, RejectedRecord, Warning } from './raw-record';
import {
  asUtf8,
  decodeText,
  isAscii,
  isUtf8ByChance,
  looksLikeGbk,
  type TextEncoding,
} from './text-encoding';

export type Iso2709Options = {
  /** Given by the person who imports; otherwise told record by record. */
  readonly encoding?: TextEncoding | undefined;
  /** The file's beginning reads as GBK. */
  readonly fileIsGbk: boolean;
};

/** The encoding of one record's text, from its bytes and the leader's position 9 (`a` = UTF-8 in MARC 21). */
export const encodingOf = (bytes: Buffer, leader: string, options: Iso2709Options): TextEncoding => {
  if (options.encoding !== undefined) return options.encoding;
  if (isAscii(bytes)) return bytes.includes(0x1b) ? 'marc-8' : 'utf-8';
  const text = asUtf8(bytes);
  if (text !== null && !isUtf8ByChance(text, options.fileIsGbk)) return 'utf-8';
  if (leader[9] === 'a' && !options.fileIsGbk) return looksLikeGbk(bytes) ? 'gb18030' : 'utf-8';
  return options.fileIsGbk || looksLikeGbk(bytes) ? 'gb18030' : 'marc-8';
};

const decode = (bytes: Buffer, encoding: TextEncoding): string =>
  encoding === 'marc-8' ? decodeMarc8(bytes) : decodeText(bytes, encoding).normalize('NFC');

const isControl = (tag: string): boolean => /^00[0-9]$/.test(tag);

/** Subfields are cut in the bytes (0x1F is part of no character), so that one bad value harms no other. */
const subfieldsOf = (bytes: Buffer, encoding: TextEncoding): (readonly [string, string])[] =>
  decode(bytes, encoding)
    .split('\u001f')
    .slice(1)
    .map((part) => {
      const [code = ''] = part;
      return [code, part.slice(code.length)] as const;
    });

const readField = (
  field: RawField,
  encoding: TextEncoding,
  record: MutableMarc,
  warnings: Warnings,
): void => {
  if (isControl(field.tag)) {
    record.control.push({ tag: field.tag, value: decode(field.bytes, encoding) });
    return;
  }
  const firstMark = field.bytes.indexOf(0x1f);
  const indicators = field.bytes.toString('latin1', 0, firstMark < 0 ? 2 : firstMark);
  const subfields = subfieldsOf(field.bytes, encoding);
  record.data.push(checkedField({ tag: field.tag, indicators, subfields }, warnings));
};

type MutableMarc = {
  leader: string;
  control: MarcRecord['control'][number][];
  data: MarcRecord['data'][number][];
};

const readRecord = (record: number, bytes: Buffer, options: Iso2709Options): RawRecord | RejectedRecord => {
  const structure = readStructure(bytes);
  if (!structure.ok) return { kind: 'rejected', record, code: structure.code, reason: structure.reason };
  const encoding = encodingOf(bytes, structure.leader, options);
  const marc: MutableMarc = { leader: structure.leader, control: [], data: [] };
  const warnings: Warning[] = [...structure.warnings];
  for (const field of structure.fields) readField(field, encoding, marc, warnings);
  return { kind: 'marc', record, marc, warnings };
};

/** The records of an ISO 2709 file (MARC 21 or CNMARC), one at a time. Throws `UnreadableFile` when it is none. */
export async function* readIso2709(
  chunks: AsyncIterable<Buffer>,
  options: Iso2709Options,
): AsyncGenerator<RawRecord | RejectedRecord> {
  let record = 0;
  for await (const stretch of onlyMarc(splitRecords(chunks))) {
    record += 1;
    if (stretch.kind === 'record') yield readRecord(record, stretch.bytes, options);
    else if (stretch.kind === 'too-long')
      yield {
        kind: 'rejected',
        record,
        code: 'too-long',
        reason: 'no record terminator within 150,000 bytes',
      };
    else yield { kind: 'rejected', record, code: 'truncated', reason: 'the file ends within this record' };
  }
}
