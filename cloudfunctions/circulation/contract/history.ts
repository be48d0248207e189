import * as v from 'valibot';
import type { Contract } from '../../kernel/contract';
import { Count, DayText, Id, none, RequestKey } from '../../kernel/contract-values';
import { historyOrders } from '../domain/loans/loan-history';

const PastLoan = v.object({
  loanId: Id,
  bookId: v.string(),
  title: v.string(),
  authors: v.array(v.string()),
  borrowedOn: DayText,
  returnedOn: DayText,
  renewals: Count,
});
const Words = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), '');

export const historyActions = {
  /** What the patron chose: neither is on until it is switched on. */
  loanChoices: {
    callers: ['phone'],
    person: 'patron',
    input: none,
    output: v.object({
      /** Since when returned loans are kept for the patron to see; null = they are not. */
      historySince: v.nullable(DayText),
      autoRenewal: v.boolean(),
    }),
    refusals: {},
  },
  /** Switches the history or auto-renewal on or off. Switched off, the history is gone; switched on again, it is new. */
  chooseLoans: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({
      history: v.optional(v.boolean()),
      autoRenewal: v.optional(v.boolean()),
      requestKey: RequestKey,
    }),
    output: v.object({ historySince: v.nullable(DayText), autoRenewal: v.boolean() }),
    refusals: {},
  },
  /** What was borrowed and returned since the history was switched on; words are looked for in titles and authors. */
  loanHistory: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({
      words: Words,
      order: v.optional(v.picklist(historyOrders), 'returned'),
      page: v.optional(Count, 0),
    }),
    output: v.object({ loans: v.array(PastLoan), total: Count, hasMore: v.boolean() }),
    refusals: { 'history-off': none },
  },
  /** The same as a table (CSV, UTF-8), newest first, with these words in its first line. */
  exportHistory: {
    callers: ['phone'],
    person: 'patron',
    input: v.object({ columns: v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.length(6)) }),
    output: v.object({ csv: v.string(), loans: Count }),
    refusals: { 'history-off': none },
  },
} as const satisfies Contract;
