import iconv from 'iconv-lite';
import { readCsv, guessSeparator } from './csv';
import { readIso2709 } from './iso2709';
import { readJsonLines } from './json-lines';
import { readMarcXml, xmlEncoding } from './marcxml';
import type { OpenFile } from './open-file';
import { bookTable } from '../mapping/column-names';
import type { RecordReader } from './raw-record';
import type { TableKind } from './table-row';
import { guessTextEncoding, type TextEncoding } from './text-encoding';
import { UnreadableFile } from './unreadable-file';
import { notExcel, readXlsx } from './xlsx';

/** How a file is laid out, whatever its name. */
export type Layout = 'iso2709' | 'marcxml' | 'csv' | 'xlsx' | 'jsonl';

export type ReadOptions = {
  /** Set by the person who imports; otherwise told from the file. */
  readonly encoding?: TextEncoding | undefined;
  /** `marc` = ISO 2709 or MARCXML, whichever it shows to be. */
  readonly layout?: Layout | 'marc' | undefined;
  /** What a table is about; books where nothing is said. */
  readonly table?: TableKind;
};

const isUtf16 = (sample: Buffer): boolean => sample[0] === 0xff && sample[1] === 0xfe;

/** Elements of MARCXML, in whatever namespace. */
const marcElement = /<(?:[\w.-]+:)?(?:collection|record|leader|controlfield|datafield)[\s>/]/;

/**
 * What a file is, from its first bytes, null when it is nothing that we read. A text that is none of the others is
 * taken for CSV.
 */
export const guessLayout = (sample: Buffer): Layout | null => {
  if (sample.toString('latin1', 0, 4) === 'PK\u0003\u0004') return 'xlsx';
  if (isUtf16(sample)) return 'csv';
  const head = sample
    .toString('latin1', 0, 4000)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (head.startsWith('<')) return marcElement.test(sample.toString('latin1')) ? 'marcxml' : null;
  if (head.startsWith('{')) return 'jsonl';
  if (sample.includes(0x1e) && sample.includes(0x1d)) return 'iso2709';
  if (/^\d{5}.{19}/.test(head) && sample.includes(0x1e)) return 'iso2709';
  return sample.includes(0) ? null : 'csv';
};

const guessTableEncoding = (sample: Buffer): string => {
  if (isUtf16(sample)) return 'utf-16le';
  return guessTextEncoding(sample);
};

const layoutOf = ({ name, sample }: OpenFile, given: ReadOptions['layout']): Layout => {
  if (given !== undefined && given !== 'marc') return given;
  const guess = guessLayout(sample);
  if (given === 'marc') return guess === 'marcxml' ? guess : 'iso2709';
  if (/\.xlsx?$/iu.test(name) && guess !== 'xlsx') throw notExcel(`its content is ${guess ?? 'not known'}`);
  if (guess === null)
    throw new UnreadableFile('unknown-format', 'it is neither MARC nor CSV, Excel or JSON Lines');
  return guess;
};

type OnRead = (packedBytes: number) => void;

const readTable = (
  { sample, chunks }: OpenFile,
  { encoding: given, table }: { readonly encoding: TextEncoding | undefined; readonly table: TableKind },
  onRead: OnRead,
): RecordReader => {
  const encoding = given ?? guessTableEncoding(sample);
  const separator = guessSeparator(iconv.decode(sample, encoding), table);
  return readCsv(chunks(onRead), { encoding, separator, table });
};

const readMarc = (
  { sample, chunks }: OpenFile,
  encoding: TextEncoding | undefined,
  onRead: OnRead,
): RecordReader =>
  readIso2709(chunks(onRead), { encoding, fileIsGbk: guessTextEncoding(sample) === 'gb18030' });

/** The records of an opened file; throws `UnreadableFile` when it is none that we read. `onRead` hears of the packed bytes as they are read. */
export const readRecords = (
  file: OpenFile,
  { layout, encoding, table = bookTable }: ReadOptions,
  onRead: OnRead,
): RecordReader => {
  const readers: Readonly<Record<Layout, () => RecordReader>> = {
    xlsx: () => readXlsx(file.content, table),
    jsonl: () => readJsonLines(file.chunks(onRead)),
    marcxml: () => readMarcXml(file.chunks(onRead), encoding ?? xmlEncoding(file.sample)),
    iso2709: () => readMarc(file, encoding, onRead),
    csv: () => readTable(file, { encoding, table }, onRead),
  };
  return readers[layoutOf(file, layout)]();
};
