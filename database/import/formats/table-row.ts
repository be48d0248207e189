import { fieldOfColumn } from '../mapping/column-names';
import type { Row } from './raw-record';
import { UnreadableFile } from './unreadable-file';

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

/** True for the row that names the columns: one of them names the title. A sheet's own heading may stand above it. */
export const isHeader = (cells: readonly unknown[]): boolean =>
  cells.some((cell) => typeof cell === 'string' && fieldOfColumn(cell) === 'title');

/** How many lines may stand above the header. */
export const linesAboveHeader = 20;

export const noHeader = (): UnreadableFile =>
  new UnreadableFile(
    'no-header',
    'no row names its columns: one of them must be called 题名, 书名 or title (see database/import/README.md)',
  );
