import type { DoneRequest } from '../../../kernel/request-keys';
import {
  newPatronCirculation,
  type OpenHold,
  type OpenLoan,
  type OpenPayment,
  type PatronCirculation,
  type Watch,
} from './patron-circulation';
import { readWritten, type FieldReader, type Understood, type Written } from '../../../kernel/written-fields';

/** What was done under a request key; its answer is whatever was answered. */
export const readDoneRequest = (fields: FieldReader) => ({
  key: fields.text('key'),
  request: fields.text('request'),
  answer: fields.any('answer'),
  at: fields.whole('at'),
});

/**
 * A document of `patron_circulation` as it was understood, with what is wrong in it: functions keep it, but staff may
 * have edited it. Null = this patron has had nothing yet.
 */
export const readPatronCirculation = (
  card: string,
  document: Written | null,
): Understood<PatronCirculation> => {
  if (document === null) return { value: newPatronCirculation(card), faults: [] };
  const written = readWritten('patron_circulation', card, document);
  const value: PatronCirculation = {
    card,
    sequence: written.whole('sequence') ?? 0,
    openLoans: written.list<OpenLoan>('openLoans', (fields) => ({
      loanId: fields.text('loanId'),
      bookId: fields.text('bookId'),
      dueOn: fields.day('dueOn'),
    })),
    finesOwed: written.whole('finesOwed') ?? 0,
    openPayments: written.list<OpenPayment>('openPayments', (fields) => ({
      paymentId: fields.text('paymentId'),
      amount: fields.whole('amount'),
    })),
    holds: written.list<OpenHold>('holds', (fields) => ({
      holdId: fields.text('holdId'),
      bookId: fields.text('bookId'),
    })),
    watches: written.list<Watch>('watches', (fields) => ({
      bookId: fields.text('bookId'),
      title: fields.text('title'),
      since: fields.day('since'),
    })),
    borrowingSuspendedUntil: written.dayOrNone('borrowingSuspendedUntil') ?? null,
    doneRequests: written.list<DoneRequest>('doneRequests', readDoneRequest),
  };
  return { value, faults: written.faults };
};
