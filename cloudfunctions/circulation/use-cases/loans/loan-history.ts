import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { circulation } from '../../contract';
import type { Loan } from '../../domain/loans/loan';
import { chosen, type LoanChoices } from '../../domain/loans/loan-choices';
import { historyTable, pastLoans } from '../../domain/loans/loan-history';
import type { ChoiceRecords, PastLoans } from '../../ports/history';

type Needs = {
  readonly choices: ChoiceRecords;
  readonly pastLoans: PastLoans;
  readonly now: Clock;
};

const pageSize = 20;

const told = ({ historySince, autoRenewal }: LoanChoices) => ({
  historySince: historySince === null ? null : libraryDay(historySince),
  autoRenewal,
});

const shown = ({ loanId, bookId, title, authors, borrowedOn, returnedOn, renewals }: Loan) => ({
  loanId,
  bookId,
  title,
  authors: [...authors],
  borrowedOn,
  returnedOn: returnedOn ?? borrowedOn,
  renewals,
});

/** Whether the history and auto-renewal are on. */
export const showLoanChoices =
  ({ choices }: Needs) =>
  async ({ patron: { card } }: PatronCaller): Promise<Outcome<typeof circulation.loanChoices>> =>
    ok(told(await choices.of(card)));

type Choose = typeof circulation.chooseLoans;

/** Switches them; the same again changes nothing. */
export const chooseLoans =
  ({ choices, now }: Needs) =>
  async ({ patron: { card } }: PatronCaller, given: Parsed<Choose>): Promise<Outcome<Choose>> => {
    const after = await choices.change(card, (before) => chosen(before, given, now()));
    return ok(told(after));
  };

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

type Export = typeof circulation.exportHistory;

/** All of it as a table, the columns named in the words of the phone. */
export const exportLoanHistory =
  (needs: Needs) =>
  async ({ patron: { card } }: PatronCaller, { columns }: Parsed<Export>): Promise<Outcome<Export>> => {
    const { historySince } = await needs.choices.of(card);
    if (historySince === null) return refuse({ code: 'history-off' });
    const loans = await needs.pastLoans(card, historySince);
    const all = pastLoans(loans, historySince, { words: '', order: 'returned' });
    return ok({ csv: historyTable(columns, all), loans: all.length });
  };
