import { readSheet } from 'read-excel-file/node';
import type { RawRecord, RejectedRecord } from './raw-record';
import { isHeader, linesAboveHeader, tableRow, type TableKind } from './table-row';
import { UnreadableFile } from './unreadable-file';

/** Some other file under an Excel file's name, or a damaged one. */
export const notExcel = (why: string): UnreadableFile =>
  new UnreadableFile('not-excel', `it is not an .xlsx file: ${why}`);

const isEmpty = (cells: readonly unknown[]): boolean => cells.every((cell) => cell === null || cell === '');

/**
 * The rows of an Excel file's first sheet below its header; empty rows are no records. Throws when it is no `.xlsx`
 * or has no header.
 */
export async function* readXlsx(
  content: () => Promise<Buffer>,
  table: TableKind,
): AsyncGenerator<RawRecord | RejectedRecord> {
  const rows = await readSheet(await content()).catch((error: unknown) => {
    throw notExcel(error instanceof Error ? error.message : String(error));
  });
  const headerAt = rows.slice(0, linesAboveHeader).findIndex((cells) => isHeader(cells, table));
  const header = rows[headerAt];
  if (header === undefined) throw table.noHeader();
  let record = 0;
  for (const cells of rows.slice(headerAt + 1)) {
    record += 1;
    if (!isEmpty(cells))
      yield { kind: 'row', record, row: tableRow(header, cells), isTextExact: true, warnings: [] };
  }
}
