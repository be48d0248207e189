import { byJob } from '../../../kernel/audit';
import type { Day } from '../../../kernel/library-day';
import type { Loan } from '../../domain/loans/loan';
import { isAutoRenewalDay } from '../../domain/loans/reminder';
import type { Tell } from '../../ports/messages';
import type { InCirculation } from '../../ports/records';
import { renewOnceOrSay, type RenewNeeds } from './renew-loan';

const job = 'circulation.walk-loans';

/** Fair: whatever a policy lets a reader do, no loan goes on by itself while somebody waits. */
const onlyWhereNobodyWaits =
  (inCirculation: InCirculation): InCirculation =>
  (work) =>
    inCirculation((records) =>
      work({
        ...records,
        policy: async (...pair) => ({ ...(await records.policy(...pair)), holds: 'refuse' }),
      }),
    );

type Needs = RenewNeeds & { readonly tell: Tell };

/** One event for each loan and due day, whatever came of its turn. */
const eventOf = ({ loanId, dueOn, card }: Loan, at: Date) => ({
  key: `auto-renewal-${loanId}-${dueOn}`,
  openid: null,
  card,
  at,
});

/** Loans of one patron whose turn is today. */
export const turnsOf = (loans: readonly Loan[], today: Day, doneThrough: Day | null): readonly Loan[] =>
  loans.filter(({ dueOn }) => isAutoRenewalDay(dueOn, today, doneThrough));

/**
 * Renews a loan by itself, by the same decision and in the same way as its reader would, and tells what came of it. That
 * it was renewed is told in the transaction that renews it: no run comes to a renewed loan again. That it was not is
 * told at once after the decision; cut off between the two, the loan is still due and the next run decides anew. Either
 * is told once, under a key of the loan and its due day.
 */
export const renewAutomatically =
  (needs: Needs) =>
  async (loan: Loan): Promise<void> => {
    const { loanId, title, dueOn, card } = loan;
    const fair = onlyWhereNobodyWaits(needs.inCirculation);
    const pseudonym = await needs.inCirculation((records) => records.pseudonymOf(card));
    const renewed = await renewOnceOrSay({ ...needs, inCirculation: fair })({
      actor: byJob(job),
      patron: { card, pseudonym },
      loanId,
      seenDueOn: dueOn,
      requestKey: `auto-renewal-${loanId}-${dueOn}`,
      toTell: ({ newDueOn }, at) => ({
        ...eventOf(loan, at),
        kind: 'renewed-automatically',
        details: { loanId, title, newDueOn },
      }),
    });
    if (renewed.ok && renewed.value.granted) return;
    const reasons = renewed.ok && !renewed.value.granted ? renewed.value.reasons.map(({ code }) => code) : [];
    const details = { loanId, title, dueOn, reasons };
    await needs.tell([{ ...eventOf(loan, needs.now()), kind: 'not-renewed-automatically', details }]);
  };
