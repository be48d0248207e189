import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import { chosen } from '../../domain/loans/loan-choices';
import type { circulation } from '../../contract';
import type { ChoiceRecords, ForgetPast } from '../../ports/history';
import { shownChoices } from './show-loan-choices';

type Needs = {
  readonly choices: ChoiceRecords;
  readonly forgetPast: ForgetPast;
  readonly now: Clock;
};

type Choose = typeof circulation.chooseLoans;

/**
 * Switches the history or auto-renewal on or off; the same again changes nothing. A history is cleared before it is off:
 * cut off between the two, it is still on and empty, and the patron asks again.
 */
export const chooseLoans =
  ({ choices, forgetPast, now }: Needs) =>
  async ({ patron: { card } }: PatronCaller, given: Parsed<Choose>): Promise<Outcome<Choose>> => {
    if (given.history === false) await forgetPast(card);
    const after = await choices.change(card, (before) => chosen(before, given, now()));
    return ok(shownChoices(after));
  };
