import {
  cardNumberPattern,
  typedCardNumber,
} from '../../../cloudfunctions/membership/domain/card/card-number';
import type { Row } from '../formats/raw-record';
import { textOf } from '../mapping/cell-text';
import { fieldOfPatronColumn, type PatronColumn } from '../mapping/patron-columns';
import type { RejectionCode } from '../report';
import { readDay } from './day';

/** A patron as the source states it; what it does not state is left out. */
export type PatronDocument = {
  readonly _id: string;
  readonly name: string;
  readonly category: string;
  readonly department?: string;
  readonly endsOn?: string;
};
export type StatedPatron = { readonly patron: PatronDocument; readonly initialPin: string | null };
type Refused = { readonly code: RejectionCode; readonly reason: string };

/** A category by its code or by what it is called. */
export type FindCategory = (text: string) => string | undefined;
export type KnownCategory = { readonly _id: string; readonly name?: unknown };

/** Finds a category by its code or by its name. */
export const categoryFinder = (known: readonly KnownCategory[]): FindCategory => {
  const byText = new Map(
    known.flatMap(
      ({ _id, name }) =>
        [
          [String(name), _id],
          [_id, _id],
        ] as const,
    ),
  );
  return (text) => byText.get(text);
};

/** As long as the function that binds a card takes. */
const longestPin = 64;
const longestName = 60;

type Cells = ReadonlyMap<PatronColumn, unknown>;

const cellsOf = (row: Row): Cells => {
  const cells = new Map<PatronColumn, unknown>();
  for (const [column, cell] of Object.entries(row)) {
    const field = fieldOfPatronColumn(column);
    if (field !== undefined && textOf(cell) !== undefined && !cells.has(field)) cells.set(field, cell);
  }
  return cells;
};

const refused = (code: RejectionCode, reason: string): Refused => ({ code, reason });

/** Why a row is no patron; a reason never repeats the PIN. */
const refusalOf = (cells: Cells, findCategory: FindCategory): Refused | null => {
  const text = (field: PatronColumn): string => textOf(cells.get(field)) ?? '';
  const card = typedCardNumber(text('card'));
  if (card === '') return refused('no-card', 'no card number');
  if (!cardNumberPattern.test(card)) return refused('bad-card', `"${card.slice(0, 40)}" is no card number`);
  if (text('name') === '' || text('name').length > longestName)
    return refused('no-name', 'no name, or too long');
  if (findCategory(text('category')) === undefined)
    return refused('unknown-category', `"${text('category').slice(0, 40)}" is no patron category`);
  if (cells.has('endsOn') && readDay(cells.get('endsOn')) === null)
    return refused('bad-end-day', `"${text('endsOn').slice(0, 40)}" is no day`);
  if (text('initialPin').length > longestPin) return refused('bad-pin', 'the initial PIN is too long');
  return null;
};

/**
 * A row of a table, or an object of JSON Lines, as a patron; refused where the card, the name or the category is missing
 * or wrong, or where the end day can't be read: a membership without one has no end.
 */
export const toPatron = (row: Row, findCategory: FindCategory): StatedPatron | Refused => {
  const cells = cellsOf(row);
  const refusal = refusalOf(cells, findCategory);
  if (refusal !== null) return refusal;
  const text = (field: PatronColumn): string => textOf(cells.get(field)) ?? '';
  const endsOn = readDay(cells.get('endsOn'));
  const patron = {
    _id: typedCardNumber(text('card')),
    name: text('name'),
    category: findCategory(text('category')) ?? '',
    ...(text('department') !== '' && { department: text('department') }),
    ...(endsOn !== null && { endsOn }),
  };
  return { patron, initialPin: text('initialPin') || null };
};

/** The columns of a row that no patron has. */
export const unknownPatronColumns = (row: Row): string[] =>
  Object.keys(row).filter((column) => fieldOfPatronColumn(column) === undefined);
