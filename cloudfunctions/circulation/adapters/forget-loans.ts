import { randomUUID } from 'node:crypto';
import { addDocuments } from '../../kernel/wechat/cloud-additions';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import { forgottenLoan } from '../domain/loans/forgotten-loan';
import { readLoan, type LoanDocument } from '../domain/loans/read-loan';

/** So many are made nobody's at once: three calls, whatever the number. */
const perPage = 500;

/**
 * Makes returned loans nobody's: each is put again under an id that nothing leads to, and then removed. That id stands
 * in the loan itself, so that a run that is cut off between the two, or meets another, leaves none twice. `named`: a
 * condition that only loans with a card meet.
 */
export const forgetLoans = async (database: Database, named: object): Promise<void> => {
  const { command } = database;
  const loans = database.collection('loans');
  let page: readonly LoanDocument[];
  do {
    page = await documentsOf<LoanDocument>(loans.where(named).limit(perPage));
    if (page.length === 0) return;
    const forgotten = page.map(readLoan).map((loan) => ({
      _id: loan.forgottenId ?? randomUUID(),
      ...forgottenLoan(loan),
    }));
    await addDocuments(database, 'loans', forgotten);
    const _id = command.in(page.map((document) => document._id));
    await loans.where(command.and([named, { _id }])).remove();
  } while (page.length === perPage);
};
