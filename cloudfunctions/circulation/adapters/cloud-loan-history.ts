import { libraryDay } from '../../kernel/library-day';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { noChoices, type LoanChoices } from '../domain/loans/loan-choices';
import type { ChoiceRecords, PastLoans } from '../ports/history';
import { readLoan, type LoanDocument } from '../domain/loans/read-loan';

const choicesOf = (document: Partial<LoanChoices> | null): LoanChoices => {
  const { historySince, autoRenewal } = { ...noChoices, ...document };
  return { historySince, autoRenewal };
};

/** What patrons chose, one document a card. */
export const cloudLoanChoices = (database: Database): ChoiceRecords => ({
  of: async (card) => choicesOf(await documentById<Partial<LoanChoices>>(database, 'loan_choices', card)),
  change: (card, change) =>
    inTransaction(database)(async (transaction) => {
      const after = change(choicesOf(await transaction.read<Partial<LoanChoices>>('loan_choices', card)));
      await transaction.put('loan_choices', card, { ...after });
      return after;
    }),
});

/** The returned loans of a card, by the index of card and day of return. */
export const cloudPastLoans =
  (database: Database): PastLoans =>
  async (card, since) => {
    const returnedOn = database.command.gte(libraryDay(since));
    return (await everyDocument<LoanDocument>(database, 'loans', { card, returnedOn })).map(readLoan);
  };
