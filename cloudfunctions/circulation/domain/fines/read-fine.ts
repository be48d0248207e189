import { fineStates, type Fine } from './fine';
import { readWritten, type Understood, type Written } from '../../../kernel/written-fields';

/** A document of `fines` as it was understood, with what is wrong in it. One that was settled long ago has forgotten whose it was. */
export const readFine = (fineId: string, document: Written): Understood<Fine> => {
  const written = readWritten('fines', fineId, document);
  const state = written.oneOf('state', fineStates) ?? 'owed';
  const mayBeForgotten = state === 'owed' ? written.text : written.textOrNone;
  const value: Fine = {
    fineId,
    card: mayBeForgotten('card') ?? '',
    loanId: written.text('loanId') ?? '',
    bookId: mayBeForgotten('bookId') ?? '',
    title: mayBeForgotten('title') ?? '',
    amount: written.whole('amount', 1) ?? 0,
    days: written.whole('days') ?? 0,
    fixedOn: written.day('fixedOn') ?? '',
    state,
    settledOn: written.dayOrNone('settledOn') ?? null,
    reason: written.textOrNone('reason') ?? null,
  };
  return { value, faults: written.faults };
};
