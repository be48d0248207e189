import type { PatronCaller } from '../../../kernel/caller';
import type { Outcome } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { LoanChoices } from '../../domain/loans/loan-choices';
import type { circulation } from '../../contract';
import type { ChoiceRecords } from '../../ports/history';

type Needs = {
  readonly choices: ChoiceRecords;
};

/** The choices as they are answered: since which library day the history is kept. */
export const shownChoices = ({ historySince, autoRenewal }: LoanChoices) => ({
  historySince: historySince === null ? null : libraryDay(historySince),
  autoRenewal,
});

/** Whether the history and auto-renewal are on. */
export const showLoanChoices =
  ({ choices }: Needs) =>
  async ({ patron: { card } }: PatronCaller): Promise<Outcome<typeof circulation.loanChoices>> =>
    ok(shownChoices(await choices.of(card)));
