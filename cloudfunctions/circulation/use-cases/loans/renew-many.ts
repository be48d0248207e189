import type { PatronCaller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import type { Day } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { circulation } from '../../contract';
import { dueFirst } from '../../domain/loans/loan';
import type { RenewalDecision } from '../../domain/loans/renewal-decision';
import type { CirculationReads } from '../../ports/records';
import { asPatron, renewOnceOrSay, type RenewNeeds } from './renew-loan';

type RenewMany = typeof circulation.renewMany;
type Needs = RenewNeeds & { readonly reads: Pick<CirculationReads, 'account'> };
type Asked = { readonly loanId: string; readonly seenDueOn: Day };

/** Each loan once, in order of the due days that stand; one that is not open goes by the day that the patron saw. */
const inOrder = (asked: readonly Asked[], dueDays: ReadonlyMap<string, Day>): readonly Asked[] =>
  [...new Map(asked.map((each) => [each.loanId, each])).values()]
    .map((each) => ({ ...each, dueOn: dueDays.get(each.loanId) ?? each.seenDueOn }))
    .sort(dueFirst);

/**
 * Renews several loans one after the other, each decided on its own on what the ones before it left, under a key of
 * its own that is derived from the request's: asked again after it was cut off, it goes on where it stopped. Source:
 * the circulation rules, "The decision" and "Writing".
 */
export const renewMany =
  (needs: Needs) =>
  async (caller: PatronCaller, { loans, requestKey }: Parsed<RenewMany>): Promise<Answer<RenewMany>> => {
    const { openLoans } = await needs.reads.account(caller.patron.card);
    const dueDays = new Map(openLoans.map(({ loanId, dueOn }) => [loanId, dueOn]));
    const results: { loanId: string; renewal: RenewalDecision }[] = [];
    for (const { loanId, seenDueOn } of inOrder(loans, dueDays)) {
      const key = `${requestKey}/${loanId}`;
      const asked = { ...asPatron(caller), loanId, seenDueOn, requestKey: key };
      const renewed = await renewOnceOrSay(needs)(asked);
      if (!renewed.ok) return renewed;
      results.push({ loanId, renewal: renewed.value });
    }
    return ok({ results });
  };
