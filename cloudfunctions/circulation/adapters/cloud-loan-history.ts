import { libraryDay } from '../../kernel/library-day';
import { nameDamage } from '../../kernel/damaged-record';
import type { Clock } from '../../kernel/clock';
import { cloudFaults } from '../../kernel/wechat/cloud-faults';
import { everyDocument } from '../../kernel/wechat/cloud-records';
import { inTransaction } from '../../kernel/wechat/cloud-transaction';
import { documentById, type Database } from '../../kernel/wechat/wx-cloud';
import { readLoanChoices } from '../domain/loans/read-loan-choices';
import type { ChoiceRecords, PastLoans } from '../ports/history';
import { readLoan, type LoanDocument } from '../domain/loans/read-loan';

/** What patrons chose, one document a card. */
export const cloudLoanChoices = (database: Database, now: Clock): ChoiceRecords => ({
  of: async (card) => {
    const read = readLoanChoices(card, await documentById(database, 'loan_choices', card));
    await nameDamage(cloudFaults(database, now), [read]);
    return read.value;
  },
  change: (card, work) =>
    inTransaction(database)(async (transaction) =>
      work(readLoanChoices(card, await transaction.read('loan_choices', card)).value, (after) =>
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
