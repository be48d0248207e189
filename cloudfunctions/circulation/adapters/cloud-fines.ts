import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { documentById, documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { Payment } from '../domain/fines/payment';
import type { FineReads, FineRecords, InFines, OpenPayments } from '../ports/fines';
import type { Clock } from '../../kernel/clock';
import { readFine } from '../domain/fines/read-fine';
import { isDamage } from '../../kernel/written-fields';
import { accountRecords, type PseudonymWithin } from './account-records';
import { namingDamage } from '../../kernel/damaged-record';
import type { SomeDocument } from './copy-documents';

type PaymentDocument = { readonly _id: string } & Omit<Payment, 'paymentId'>;

/** So many of what was settled are shown. */
const mostSettled = 100;

const paymentOf = ({ _id: paymentId, ...payment }: PaymentDocument): Payment => ({ ...payment, paymentId });

const recordsWithin = (transaction: Transaction, pseudonymWithin: PseudonymWithin): FineRecords => ({
  ...accountRecords(transaction, pseudonymWithin),
  payment: async (paymentId) => {
    const document = await transaction.read<PaymentDocument>('payments', paymentId);
    return document && paymentOf(document);
  },
  keepPayment: ({ paymentId, ...payment }) => transaction.put('payments', paymentId, payment),
});

/** Fines and payments in transactions of the cloud database. */
export const cloudFines = (database: Database, pseudonymWithin: PseudonymWithin, now: Clock): InFines => {
  const run = namingDamage(inTransaction(database), cloudFaults(database, now));
  return (work) => run((transaction) => work(recordsWithin(transaction, pseudonymWithin)));
};

/** The same documents for lists. */
export const cloudFineReads = (database: Database): FineReads => {
  const { command } = database;
  return {
    finesOf: async (card) => {
      const settled = database.collection('fines').where({ card, state: command.neq('owed') });
      const [owed, latest] = await Promise.all([
        everyDocument<SomeDocument>(database, 'fines', { card, state: 'owed' }),
        documentsOf<SomeDocument>(settled.orderBy('settledOn', 'desc').limit(mostSettled)),
      ]);
      return [...owed, ...latest].flatMap((document) => {
        const { value, faults } = readFine(document._id, document);
        return faults.some(isDamage) ? [] : [value];
      });
    },
    payment: async (paymentId) => {
      const document = await documentById<PaymentDocument>(database, 'payments', paymentId);
      return document && paymentOf(document);
    },
    toGiveBack: async (card) => {
      const found = await everyDocument<PaymentDocument>(database, 'payments', {
        card,
        toGiveBack: command.gt(0),
      });
      return found.map(paymentOf);
    },
  };
};

/** The payments that are open, as timed work goes through them; a query that finds nothing reads nothing. */
export const cloudOpenPayments = (database: Database): OpenPayments => {
  const open = database.collection('payments').where({ state: 'open' });
  return {
    next: async (most) =>
      (await documentsOf<PaymentDocument>(open.orderBy('askedAt', 'asc').limit(most))).map(paymentOf),
    markAsked: async (paymentId, askedAt) => {
      // Only while it is open: what was settled meanwhile stays as it is.
      const one = database.collection('payments').where({ _id: paymentId, state: 'open' });
      await one.update({ data: { askedAt } });
    },
  };
};
