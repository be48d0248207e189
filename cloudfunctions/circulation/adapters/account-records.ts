import { auditWithin } from '../../kernel/wechat/cloud-audit';
import type { Transaction } from '../../kernel/wechat/cloud-transaction';
import { readFine } from '../domain/fines/read-fine';
import { readPatronCirculation } from '../domain/records/read-patron-circulation';
import type { DeskRequestRecords, FineRecords } from '../ports/fines';
import { sound } from '../../kernel/damaged-record';
import { nextSequence } from './circulation-documents';
import { deskRequestRecords } from './desk-request-records';

/** Whose name without a meaning stands in the audit log; the membership knows. */
export type PseudonymWithin = (transaction: Transaction, card: string) => Promise<string>;

/** What a patron owes and has, and the log of it, in a transaction: the same for loans, holds and fines. */
export const accountRecords = (
  transaction: Transaction,
  pseudonymWithin: PseudonymWithin,
): Pick<
  FineRecords,
  keyof DeskRequestRecords | 'fine' | 'keepFine' | 'account' | 'keepAccount' | 'pseudonymOf' | 'audit'
> => ({
  ...deskRequestRecords(transaction),
  fine: async (fineId) => {
    const document = await transaction.read('fines', fineId);
    return document && sound(readFine(fineId, { ...document }));
  },
  keepFine: ({ fineId, ...fine }) => transaction.put('fines', fineId, fine),
  account: async (card) =>
    sound(readPatronCirculation(card, await transaction.read('patron_circulation', card))),
  keepAccount: ({ card, ...account }) =>
    transaction.put('patron_circulation', card, { ...account, sequence: nextSequence(account) }),
  pseudonymOf: (card) => pseudonymWithin(transaction, card),
  audit: (line) => auditWithin(transaction, line),
});
