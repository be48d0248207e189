import { auditWithin } from '../../kernel/wechat/cloud-audit';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { Fine } from '../domain/fines/fine';
import type { Payment } from '../domain/fines/payment';
import type { FineReads, FineRecords, InFines } from '../ports/fines';
import { accountOf } from './circulation-documents';

type FineDocument = { readonly _id: string } & Omit<Fine, 'fineId'>;
type PaymentDocument = { readonly _id: string } & Omit<Payment, 'paymentId'>;

/** So many of what was settled are shown. */
const mostSettled = 100;

const fineOf = ({ _id: fineId, ...fine }: FineDocument): Fine => ({ ...fine, fineId });
const paymentOf = ({ _id: paymentId, ...payment }: PaymentDocument): Payment => ({ ...payment, paymentId });

/** Whose name without a meaning stands in the audit log; the membership knows. */
type PseudonymWithin = (transaction: Transaction, card: string) => Promise<string>;

const recordsWithin = (transaction: Transaction, pseudonymWithin: PseudonymWithin): FineRecords => ({
  fine: async (fineId) => {
    const document = await transaction.read<FineDocument>('fines', fineId);
    return document && fineOf(document);
  },
  keepFine: ({ fineId, ...fine }) => transaction.put('fines', fineId, fine),
  account: async (card) => accountOf(card, await transaction.read('patron_circulation', card)),
  keepAccount: ({ card, ...account }) =>
    transaction.put('patron_circulation', card, { ...account, sequence: account.sequence + 1 }),
  payment: async (paymentId) => {
    const document = await transaction.read<PaymentDocument>('payments', paymentId);
    return document && paymentOf(document);
  },
  keepPayment: ({ paymentId, ...payment }) => transaction.put('payments', paymentId, payment),
  pseudonymOf: (card) => pseudonymWithin(transaction, card),
  audit: (line) => auditWithin(transaction, line),
});

/** Fines and payments in transactions of the cloud database. */
export const cloudFines = (database: Database, pseudonymWithin: PseudonymWithin): InFines => {
  const run = inTransaction(database);
  return (work) => run((transaction) => work(recordsWithin(transaction, pseudonymWithin)));
};

/** The same documents for lists. */
export const cloudFineReads = (database: Database): FineReads => {
  const { command } = database;
  return {
    finesOf: async (card) => {
      const settled = database.collection('fines').where({ card, state: command.neq('owed') });
      const [owed, latest] = await Promise.all([
        everyDocument<FineDocument>(database, 'fines', { card, state: 'owed' }),
        documentsOf<FineDocument>(settled.orderBy('settledOn', 'desc').limit(mostSettled)),
      ]);
      return [...owed, ...latest].map(fineOf);
    },
    payment: async (paymentId) => {
      const document = await documentById<PaymentDocument>(database, 'payments', paymentId);
      return document && paymentOf(document);
    },
  };
};
