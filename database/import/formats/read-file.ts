import iconv from 'iconv-lite';
import { readCsv, guessSeparator } from './csv';
import { readIso2709 } from './iso2709';
import { readJsonLines } from './json-lines';
import { readMarcXml, xmlEncoding } from './marcxml';
import type { OpenFile } from './open-file';
import type { RecordReader } from './raw-record';
import { guessTextEncoding, type TextEncoding } from './text-encoding';
import { readXlsx } from './xlsx';

/** How a file is laid out, whatever its name. */
export type Layout = 'iso2709' | 'marcxml' | 'csv' | 'xlsx' | 'jsonl';

export type ReadOptions = {
  /** Set by the person who imports; otherwise told from the file. */
  readonly encoding?: TextEncoding | undefined;
  /** `marc` = ISO 2709 or MARCXML, whichever it shows to be. */
  readonly layout?: Layout | 'marc' | undefined;
};

/** What a file is, from its first bytes. A text that is none of the others is taken for CSV. */
export const guessLayout = (sample: Buffer): Layout => {
  if (sample.toString('latin1', 0, 4) === 'PK\u0003\u0004') return 'xlsx';
  const head = sample
    .toString('latin1', 0, 4000)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (head.startsWith('<')) return 'marcxml';
  if (head.startsWith('{')) return 'jsonl';
  if (sample.includes(0x1e) && sample.includes(0x1d)) return 'iso2709';
  return /^\d{5}.{19}/.test(head) && sample.includes(0x1e) ? 'iso2709' : 'csv';
};

const guessTableEncoding = (sample: Buffer): string => {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  return guessTextEncoding(sample);
};

const layoutOf = (sample: Buffer, given: ReadOptions['layout']): Layout => {
  if (given !== undefined && given !== 'marc') return given;
  const guess = guessLayout(sample);
  return given === 'marc' && guess !== 'marcxml' ? 'iso2709' : guess;
};

type OnRead = (packedBytes: number) => void;

const readTable = (
  { sample, chunks }: OpenFile,
  given: TextEncoding | undefined,
  onRead: OnRead,
): RecordReader => {
  const encoding = given ?? guessTableEncoding(sample);
  const separator = guessSeparator(iconv.decode(sample, encoding));
  return readCsv(chunks(onRead), { encoding, separator });
};

const readMarc = (
  { sample, chunks }: OpenFile,
  encoding: TextEncoding | undefined,
  onRead: OnRead,
): RecordReader =>
  readIso2709(chunks(onRead), { encoding, fileIsGbk: guessTextEncoding(sample) === 'gb18030' });

/** The records of an opened file. `onRead` hears of the packed bytes as they are read. */
export const readRecords = (
  file: OpenFile,
  { layout, encoding }: ReadOptions,
  onRead: OnRead,
): RecordReader => {
  const readers: Readonly<Record<Layout, () => RecordReader>> = {
    xlsx: () => readXlsx(file.content),
    jsonl: () => readJsonLines(file.chunks(onRead)),
    marcxml: () => readMarcXml(file.chunks(onRead), encoding ?? xmlEncoding(file.sample)),
    iso2709: () => readMarc(file, encoding, onRead),
    csv: () => readTable(file, encoding, onRead),
  };
  return readers[layoutOf(file.sample, layout)]();
};
