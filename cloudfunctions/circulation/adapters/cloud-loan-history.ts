import { libraryDay } from '../../kernel/library-day';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { noChoices, type LoanChoices } from '../domain/loan-choices';
import type { ChoiceRecords, PastLoans } from '../history-ports';
import { loanOf, type LoanDocument } from './circulation-documents';

/** What patrons chose, one document a card. */
export const cloudLoanChoices = (database: Database): ChoiceRecords => {
  const choices = database.collection('loan_choices');
  return {
    of: async (card) => {
      const { data } = (await choices.doc(card).get()) as { data: unknown };
      const { historySince, autoRenewal } = { ...noChoices, ...(data as Partial<LoanChoices> | null) };
      return { historySince, autoRenewal };
    },
    keep: async (card, chosen) => {
      await choices.doc(card).set({ data: { ...chosen } });
    },
  };
};

/** The returned loans of a card, by the index of card and day of return. */
export const cloudPastLoans =
  (database: Database): PastLoans =>
  async (card, since) => {
    const returnedOn = database.command.gte(libraryDay(since));
    return (await everyDocument<LoanDocument>(database, 'loans', { card, returnedOn })).map(loanOf);
  };
