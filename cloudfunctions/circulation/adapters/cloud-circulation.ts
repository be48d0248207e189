import { auditWithin } from '../../kernel/wechat/cloud-audit';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import type { Database } from '../../kernel/wechat/wx-cloud';
import type { CirculationReads, CirculationRecords, InCirculation, PatronRecord } from '../ports';
import {
  accountOf,
  loanOf,
  titleOf,
  type AccountDocument,
  type LoanDocument,
  type TitleDocument,
} from './circulation-documents';
import type { cloudPolicies } from './cloud-policies';

/** What other contexts and the policies tell, given by the composition root. */
export type Surroundings = {
  readonly policies: ReturnType<typeof cloudPolicies>;
  readonly patronWithin: (transaction: Transaction, card: string) => Promise<PatronRecord | null>;
  readonly patron: (card: string) => Promise<PatronRecord | null>;
};

const recordsWithin = (
  transaction: Transaction,
  { policies, patronWithin }: Surroundings,
): CirculationRecords => ({
  loan: async (loanId) => {
    const document = await transaction.read<LoanDocument>('loans', loanId);
    return document && loanOf(document);
  },
  keepLoan: ({ loanId, ...loan }) => transaction.put('loans', loanId, loan),
  title: async (bookId) => titleOf(bookId, await transaction.read('title_circulation', bookId)),
  keepTitle: ({ bookId, ...title }) =>
    transaction.put('title_circulation', bookId, { ...title, sequence: title.sequence + 1 }),
  account: async (card) => accountOf(card, await transaction.read('patron_circulation', card)),
  keepAccount: ({ card, ...account }) =>
    transaction.put('patron_circulation', card, { ...account, sequence: account.sequence + 1 }),
  patron: (card) => patronWithin(transaction, card),
  policy: (patronCategory, itemCategory) => policies.within(transaction, patronCategory, itemCategory),
  keepFine: ({ fineId, ...fine }) => transaction.put('fines', fineId, fine),
  audit: (line) => auditWithin(transaction, line),
});

/** Circulation's documents in transactions of the cloud database. */
export const cloudCirculation = (database: Database, surroundings: Surroundings): InCirculation => {
  const run = inTransaction(database);
  return (work) => run((transaction) => work(recordsWithin(transaction, surroundings)));
};

/** The same documents for lists, a call each. */
export const cloudCirculationReads = (
  database: Database,
  { policies, patron }: Surroundings,
): CirculationReads => ({
  account: async (card) => {
    const { data } = (await database.collection('patron_circulation').doc(card).get()) as { data: unknown };
    return accountOf(card, data as AccountDocument | null);
  },
  patron,
  openLoans: async (card) => {
    const documents = await everyDocument<LoanDocument>(database, 'loans', { card, returnedOn: null });
    return documents.map(loanOf);
  },
  titles: async (bookIds) => {
    const _id = database.command.in([...bookIds]);
    const found =
      bookIds.length === 0 ? [] : await everyDocument<TitleDocument>(database, 'title_circulation', { _id });
    const byId = new Map(found.map((document) => [document._id, document]));
    return new Map(bookIds.map((bookId) => [bookId, titleOf(bookId, byId.get(bookId) ?? null)]));
  },
  policy: policies.lately,
});
