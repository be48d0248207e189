import {
  holdStates,
  untouchedTitle,
  type LoanOfTitle,
  type QueuedHold,
  type TitleCirculation,
} from './title-circulation';
import { readWritten, type FieldReader, type Understood, type Written } from '../../../kernel/written-fields';

const readQueued = (fields: FieldReader) => ({
  holdId: fields.text('holdId'),
  card: fields.text('card'),
  barcode: fields.textOrNone('barcode'),
  branchId: fields.text('branchId'),
  placedAt: fields.instant('placedAt'),
  state: fields.oneOf('state', holdStates),
  suspendedUntil: fields.dayOrNone('suspendedUntil'),
  keptBarcode: fields.textOrNone('keptBarcode'),
  pickupBy: fields.dayOrNone('pickupBy'),
});

const readLoanOfTitle = (fields: FieldReader) => ({
  loanId: fields.text('loanId'),
  barcode: fields.text('barcode'),
  dueOn: fields.day('dueOn'),
});

/**
 * A document of `title_circulation` as it was understood, with what is wrong in it: functions keep it, but staff may
 * have edited it. Null = nothing has happened to this title yet.
 */
export const readTitleCirculation = (
  bookId: string,
  document: Written | null,
): Understood<TitleCirculation> => {
  if (document === null) return { value: untouchedTitle(bookId), faults: [] };
  const written = readWritten('title_circulation', bookId, document);
  const value: TitleCirculation = {
    bookId,
    sequence: written.whole('sequence') ?? 0,
    holds: written.list<QueuedHold>('holds', readQueued),
    freeCopies: written.texts('freeCopies'),
    loans: written.list<LoanOfTitle>('loans', readLoanOfTitle),
    watchers: written.texts('watchers'),
  };
  return { value, faults: written.faults };
};
