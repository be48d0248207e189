import type { PatronCaller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { circulation } from '../../contract';
import type { Loan } from '../../domain/loans/loan';
import { pastLoans } from '../../domain/loans/loan-history';
import type { ChoiceRecords, PastLoans } from '../../ports/history';

type Needs = {
  readonly choices: ChoiceRecords;
  readonly pastLoans: PastLoans;
};

const pageSize = 20;

const shown = ({ loanId, bookId, title, authors, borrowedOn, returnedOn, renewals }: Loan) => ({
  loanId,
  bookId,
  title,
  authors: [...authors],
  borrowedOn,
  returnedOn: returnedOn ?? borrowedOn,
  renewals,
});

type History = typeof circulation.loanHistory;

/** A page of what was borrowed and returned since the history was switched on. */
export const listLoanHistory =
  (needs: Needs) =>
  async (
    { patron: { card } }: PatronCaller,
    { words, order, page }: Parsed<History>,
  ): Promise<Outcome<History>> => {
    const { historySince } = await needs.choices.of(card);
    if (historySince === null) return refuse({ code: 'history-off' });
    const all = pastLoans(await needs.pastLoans(card, historySince), historySince, { words, order });
    const from = page * pageSize;
    const loans = all.slice(from, from + pageSize).map(shown);
    return ok({ loans, total: all.length, hasMore: all.length > from + pageSize });
  };
