import { parse } from 'csv-parse/sync';
import type { RawRecord, RejectedRecord } from './raw-record';
import { splitRows, type RowText } from './csv-rows';
import { isHeader, linesAboveHeader, tableRow, type TableKind } from './table-row';

const separators = [',', '\t', ';', '，'] as const;

const columnsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => cell.replace(/^[\s"\ufeff]+|[\s"]+$/gu, ''));

/** The column separator: the one that cuts the header into most columns. */
export const guessSeparator = (sample: string, table: TableKind): string => {
  const lines = sample.split(/[\r\n]+/u, linesAboveHeader + 1);
  const columns = (separator: string): number =>
    Math.max(
      0,
      ...lines
        .map((line) => columnsOf(line, separator))
        .filter((cells) => isHeader(cells, table))
        .map(({ length }) => length),
    );
  return separators.reduce((best, one) => (columns(one) > columns(best) ? one : best));
};

type Parsed =
  | { readonly cells: readonly string[][] }
  | { readonly code: 'too-long' | 'bad-row'; readonly reason: string };

const parseRows = ({ kind, text }: RowText, separator: string): Parsed => {
  if (kind === 'too-long') return { code: 'too-long', reason: 'too long for a row' };
  try {
    const options = {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    };
    return { cells: parse(text, options) };
  } catch (error) {
    return { code: 'bad-row', reason: error instanceof Error ? error.message : String(error) };
  }
};

/**
 * The rows of a CSV file (RFC 4180, or with another separator) below its header, which names the columns. A row that
 * cannot be read is rejected with its line, and the next one is read; empty rows are no records. Throws when there
 * is no header.
 */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  options: { readonly encoding: string; readonly separator: string; readonly table: TableKind },
): AsyncGenerator<RawRecord | RejectedRecord> {
  let header: readonly string[] | null = null;
  let record = 0;
  let above = 0;
  for await (const rows of splitRows(chunks, options.encoding)) {
    const parsed = parseRows(rows, options.separator);
    if ('reason' in parsed) {
      record += 1;
      yield { kind: 'rejected', record, code: parsed.code, reason: `line ${rows.line}: ${parsed.reason}` };
      continue;
    }
    for (const cells of parsed.cells) {
      if (header !== null) {
        const row = tableRow(header, cells);
        record += 1;
        if (Object.keys(row).length > 0) yield { kind: 'row', record, row, isTextExact: false, warnings: [] };
      } else if (isHeader(cells, options.table)) header = cells;
      else if ((above += 1) > linesAboveHeader) throw options.table.noHeader();
    }
  }
  if (header === null) throw options.table.noHeader();
}
