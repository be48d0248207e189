import type { PatronCaller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { circulation } from '../../contract';
import { historyTable, pastLoans } from '../../domain/loans/loan-history';
import type { ChoiceRecords, PastLoans } from '../../ports/history';

type Needs = {
  readonly choices: ChoiceRecords;
  readonly pastLoans: PastLoans;
};

type Export = typeof circulation.exportHistory;

/** All past loans since the history was switched on, as a table, the columns named in the words of the phone. */
export const exportLoanHistory =
  (needs: Needs) =>
  async ({ patron: { card } }: PatronCaller, { columns }: Parsed<Export>): Promise<Outcome<Export>> => {
    const { historySince } = await needs.choices.of(card);
    if (historySince === null) return refuse({ code: 'history-off' });
    const loans = await needs.pastLoans(card, historySince);
    const all = pastLoans(loans, historySince, { words: '', order: 'returned' });
    return ok({ csv: historyTable(columns, all), loans: all.length });
  };
