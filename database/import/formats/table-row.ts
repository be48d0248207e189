import type { Row } from './raw-record';
import type { UnreadableFile } from './unreadable-file';

/** Cells under their column names; empty cells and columns without a name are left out. */
export const tableRow = (header: readonly unknown[], cells: readonly unknown[]): Row => {
  const row: Record<string, unknown> = {};
  header.forEach((name, index) => {
    const column = typeof name === 'string' ? name.trim() : '';
    const cell = cells[index];
    if (column !== '' && cell !== null && cell !== undefined && cell !== '') row[column] = cell;
  });
  return row;
};

/** What a table is about: how its header is known, and what is said where there is none. */
export type TableKind = {
  /** Whether a heading names the column that every table of this kind has. */
  readonly isKeyColumn: (heading: string) => boolean;
  readonly noHeader: () => UnreadableFile;
};

/** True for the row that names the columns: one of them is the key column. A sheet's own heading may stand above it. */
export const isHeader = (cells: readonly unknown[], { isKeyColumn }: TableKind): boolean =>
  cells.some((cell) => typeof cell === 'string' && isKeyColumn(cell));

/** How many lines may stand above the header. */
export const linesAboveHeader = 20;
