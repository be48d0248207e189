import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Output, Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import { chosen } from '../../domain/loans/loan-choices';
import type { circulation } from '../../contract';
import type { ChoiceRecords, ForgetPast, KeptChoices } from '../../ports/history';
import { shownChoices } from './show-loan-choices';

type Needs = {
  readonly choices: ChoiceRecords;
  readonly forgetPast: ForgetPast;
  readonly now: Clock;
};

type Choose = typeof circulation.chooseLoans;
type Asked = Parsed<Choose>;

const requestOf = ({ history, autoRenewal }: Asked): string =>
  `choose-loans/${history ?? ''}/${autoRenewal ?? ''}`;

/**
 * Switches the history or auto-renewal on or off. The same key again gives the same answer and switches nothing: a
 * request that comes late undoes no newer one. A history is cleared before it is off: cut off between the two, it is
 * still on and empty, and the patron asks again.
 */
export const chooseLoans =
  ({ choices, forgetPast, now }: Needs) =>
  ({ patron: { card } }: PatronCaller, given: Asked): Promise<Answer<Choose>> =>
    choices.change(card, (before, keep) => {
      const at = now();
      const asked = { key: given.requestKey, request: requestOf(given), done: before.doneRequests, at };
      return once(asked, async (remember: (answer: Output<Choose>) => KeptChoices['doneRequests']) => {
        if (given.history === false) await forgetPast(card);
        const after = chosen(before, given, at);
        const answer = shownChoices(after);
        await keep({ ...after, doneRequests: remember(answer) });
        return ok(answer);
      });
    });
