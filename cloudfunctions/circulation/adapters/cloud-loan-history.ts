import { libraryDay } from '../../kernel/library-day';
import type { DoneRequest } from '../../kernel/request-keys';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { noChoices, type LoanChoices } from '../domain/loans/loan-choices';
import { readDoneRequest } from '../domain/records/read-patron-circulation';
import { readWritten, type Written } from '../domain/records/written-fields';
import type { ChoiceRecords, KeptChoices, PastLoans } from '../ports/history';
import { readLoan, type LoanDocument } from '../domain/loans/read-loan';

const choicesOf = (document: Partial<LoanChoices> | null): LoanChoices => {
  const { historySince, autoRenewal } = { ...noChoices, ...document };
  return { historySince, autoRenewal };
};

const keptOf = (card: string, document: Written | null): KeptChoices => ({
  ...choicesOf(document),
  doneRequests: readWritten('loan_choices', card, document ?? {}).list<DoneRequest>(
    'doneRequests',
    readDoneRequest,
  ),
});

/** What patrons chose, one document a card. */
export const cloudLoanChoices = (database: Database): ChoiceRecords => ({
  of: async (card) => choicesOf(await documentById<Partial<LoanChoices>>(database, 'loan_choices', card)),
  change: (card, work) =>
    inTransaction(database)(async (transaction) =>
      work(keptOf(card, await transaction.read('loan_choices', card)), (after) =>
        transaction.put('loan_choices', card, { ...after }),
      ),
    ),
});

/** The returned loans of a card, by the index of card and day of return. */
export const cloudPastLoans =
  (database: Database): PastLoans =>
  async (card, since) => {
    const returnedOn = database.command.gte(libraryDay(since));
    return (await everyDocument<LoanDocument>(database, 'loans', { card, returnedOn })).map(readLoan);
  };
