import { fineStates, type Fine } from './fine';
import { readWritten, type Understood, type Written } from '../records/written-fields';

/** A document of `fines` as it was understood, with what is wrong in it. */
export const readFine = (fineId: string, document: Written): Understood<Fine> => {
  const written = readWritten('fines', fineId, document);
  const value: Fine = {
    fineId,
    card: written.text('card') ?? '',
    loanId: written.text('loanId') ?? '',
    bookId: written.text('bookId') ?? '',
    title: written.text('title') ?? '',
    amount: written.whole('amount', 1) ?? 0,
    days: written.whole('days') ?? 0,
    fixedOn: written.day('fixedOn') ?? '',
    state: written.oneOf('state', fineStates) ?? 'owed',
    settledOn: written.dayOrNone('settledOn') ?? null,
    reason: written.textOrNone('reason') ?? null,
  };
  return { value, faults: written.faults };
};
