import type { Row } from '../formats/raw-record';
import { fieldOfColumn, type ColumnField } from './column-names';
import type { BookDraft } from './draft';
import { textOf } from './cell-text';
import { cutList, namesInCell } from './responsibility';

type Cells = ReadonlyMap<ColumnField, unknown>;

/** A list from a JSON array as it stands, from a cell by cutting it. */
const listOf = (cell: unknown, cut: (text: string) => string[]): string[] => {
  if (Array.isArray(cell)) return cell.flatMap((item: unknown) => textOf(item) ?? []);
  const text = textOf(cell);
  return text === undefined ? [] : cut(text);
};

const translated = (name: string): string => (name.endsWith('译') ? name : `${name} 译`);

const titleOf = (cells: Cells): string | undefined => {
  const title = textOf(cells.get('title'));
  const subtitle = textOf(cells.get('subtitle'));
  return title === undefined || subtitle === undefined ? title : `${title} : ${subtitle}`;
};

const copiesOf = (cells: Cells): BookDraft['copies'] =>
  listOf(cells.get('barcode'), cutList).map((barcode) => ({
    barcode,
    branch: textOf(cells.get('branch')),
    shelf: textOf(cells.get('shelf')),
    callNumber: textOf(cells.get('callNumber')),
    status: textOf(cells.get('status')),
    dueOn: cells.get('dueOn'),
    loans: cells.get('loans'),
  }));

/** A row of a table, or an object of JSON Lines, as a book with its copies. */
export const fromRow = (row: Row, isTextExact: boolean): BookDraft => {
  const cells = new Map<ColumnField, unknown>();
  for (const [column, cell] of Object.entries(row)) {
    const field = fieldOfColumn(column);
    if (field !== undefined && (textOf(cell) !== undefined || Array.isArray(cell)) && !cells.has(field))
      cells.set(field, cell);
  }
  const text = (field: ColumnField): string | undefined => textOf(cells.get(field));
  return {
    id: text('id'),
    isTextExact,
    title: titleOf(cells),
    authors: [
      ...listOf(cells.get('authors'), namesInCell),
      ...listOf(cells.get('translators'), cutList).map(translated),
    ],
    publisher: text('publisher'),
    year: cells.get('year'),
    isbns: listOf(cells.get('isbns'), (cell) => [cell]),
    language: text('language'),
    subjects: listOf(cells.get('subjects'), cutList),
    clc: text('clc'),
    callNumber: text('callNumber'),
    summary: text('summary'),
    addedOn: cells.get('addedOn'),
    copies: copiesOf(cells),
  };
};

/** The columns of a row that mean nothing to the catalogue. */
export const unknownColumns = (row: Row): string[] =>
  Object.keys(row).filter((column) => fieldOfColumn(column) === undefined);
