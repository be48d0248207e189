import type { Clock } from '../../kernel/clock';
import type { Day } from '../../kernel/library-day';
import { tellWithin } from '../../kernel/wechat/cloud-messages';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { inTransaction, type Transaction } from '../../kernel/wechat/cloud-transaction';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { CirculationRecords, InCirculation, PatronRecord } from '../ports/records';
import { accountRecords, type PseudonymWithin } from './account-records';
import { namingDamage, sound } from '../../kernel/damaged-record';
import { nextSequence } from './circulation-documents';
import type { Loan } from '../domain/loans/loan';
import { readHold } from '../domain/holds/read-hold';
import { loanDamage } from '../domain/loans/loan-faults';
import { readLoan, type LoanDocument } from '../domain/loans/read-loan';
import { readTitleCirculation } from '../domain/records/read-title-circulation';
import type { cloudPolicies } from './cloud-policies';
import { bookOf, copyOf, type SomeDocument } from './copy-documents';

/** What other contexts and the policies tell, given by the composition root. */
export type Surroundings = {
  readonly policies: ReturnType<typeof cloudPolicies>;
  readonly patronWithin: (transaction: Transaction, card: string) => Promise<PatronRecord | null>;
  readonly patron: (card: string) => Promise<PatronRecord | null>;
  readonly pseudonymWithin: PseudonymWithin;
};

/** The copies of a book as they stand now. */
export const copiesOf = async (database: Database, bookId: string) =>
  (await everyDocument<SomeDocument>(database, 'copies', { bookId })).flatMap(
    (document) => copyOf(document) ?? [],
  );

/** By the barcode that the loan has: staff may have moved the copy to another book, or removed it. */
const lastLoanOf = async (database: Database, barcode: string): Promise<Pick<Loan, 'loanId'> | null> => {
  const loans = database.collection('loans');
  const newest = async (condition: object, order: string) => {
    const query = loans.where({ barcode, ...condition }).orderBy(order, 'desc');
    return (await documentsOf<LoanDocument>(query.limit(1)))[0];
  };
  const found = (await newest({ returnedOn: null }, 'borrowedOn')) ?? (await newest({}, 'returnedOn'));
  return found === undefined ? null : { loanId: found._id };
};

const loansStated = async (database: Database, barcode: string, borrowedOn: Day) => {
  const stated = database.command.neq(null);
  const found = await everyDocument<LoanDocument>(database, 'loans', { barcode, borrowedOn, stated });
  return found.map(readLoan);
};

const askForIndex = (transaction: Transaction, bookId: string, now: Clock): Promise<void> =>
  transaction.put('reindex_requests', bookId, { requestedAt: now() });

/** Copies, books and whom to tell: what the desk and holds touch beside loans. */
const copiesWithin = (
  database: Database,
  transaction: Transaction,
  now: Clock,
): Pick<
  CirculationRecords,
  | 'book'
  | 'lastLoanOf'
  | 'loansStated'
  | 'copy'
  | 'copiesOf'
  | 'markCopy'
  | 'reindex'
  | 'tell'
  | 'callWatchers'
  | 'answerWatchCall'
> => ({
  book: async (bookId) => bookOf(await transaction.read('books', bookId)),
  copy: async (barcode) => copyOf(await transaction.read('copies', barcode)),
  lastLoanOf: (barcode) => lastLoanOf(database, barcode),
  loansStated: (barcode, borrowedOn) => loansStated(database, barcode, borrowedOn),
  copiesOf: (bookId) => copiesOf(database, bookId),
  markCopy: async ({ barcode, bookId }, marks) => {
    await transaction.change('copies', barcode, marks);
    await askForIndex(transaction, bookId, now);
  },
  reindex: (bookId) => askForIndex(transaction, bookId, now),
  tell: (message) => tellWithin(transaction, message),
  callWatchers: ({ bookId, sequence, watchers }, freeOn) =>
    transaction.put('watch_calls', `${bookId}-${sequence}`, { bookId, cards: watchers, freeOn }),
  answerWatchCall: (callId, left) =>
    left.length === 0
      ? transaction.remove('watch_calls', callId)
      : transaction.change('watch_calls', callId, { cards: left }),
});

const recordsWithin = (
  transaction: Transaction,
  { policies, patronWithin, pseudonymWithin }: Surroundings,
): Omit<CirculationRecords, keyof ReturnType<typeof copiesWithin>> => ({
  ...accountRecords(transaction, pseudonymWithin),
  loan: async (loanId) => {
    const document = await transaction.read<LoanDocument>('loans', loanId);
    return document && sound({ value: readLoan(document), faults: loanDamage(loanId, { ...document }) });
  },
  keepLoan: ({ loanId, ...loan }) => transaction.put('loans', loanId, loan),
  title: async (bookId) =>
    sound(readTitleCirculation(bookId, await transaction.read('title_circulation', bookId))),
  keepTitle: ({ bookId, ...title }) =>
    transaction.put('title_circulation', bookId, { ...title, sequence: nextSequence(title) }),
  patron: (card) => patronWithin(transaction, card),
  policy: (patronCategory, itemCategory) => policies.within(transaction, patronCategory, itemCategory),
  hold: async (holdId) => {
    const document = await transaction.read('holds', holdId);
    return document && sound(readHold(holdId, { ...document }));
  },
  keepHold: ({ holdId, ...hold }) => transaction.put('holds', holdId, hold),
});

/** Circulation's documents in transactions of the cloud database. */
export const cloudCirculation = (
  database: Database,
  surroundings: Surroundings,
  now: Clock,
): InCirculation => {
  const run = namingDamage(inTransaction(database), cloudFaults(database, now));
  return (work) =>
    run((transaction) =>
      work({ ...recordsWithin(transaction, surroundings), ...copiesWithin(database, transaction, now) }),
    );
};
