import { byJob } from '../../../kernel/audit';
import type { Day } from '../../../kernel/library-day';
import type { Message } from '../../../kernel/message';
import type { Loan } from '../../domain/loans/loan';
import { isAutoRenewalDay } from '../../domain/loans/reminder';
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

const told = (loan: Loan, at: Date): Pick<Message & { openid: null }, 'key' | 'openid' | 'card' | 'at'> => ({
  key: `auto-renewal-${loan.loanId}-${loan.dueOn}`,
  openid: null,
  card: loan.card,
  at,
});

/** Loans of one patron whose turn is today. */
export const turnsOf = (loans: readonly Loan[], today: Day, doneThrough: Day | null): readonly Loan[] =>
  loans.filter(({ dueOn }) => isAutoRenewalDay(dueOn, today, doneThrough));

/**
 * Renews a loan by itself, by the same decision and in the same way as its reader would, and says what came of it: the
 * key belongs to the loan and its due day, so that a run cut off and done again renews once and tells once.
 */
export const renewAutomatically =
  (needs: RenewNeeds) =>
  async (loan: Loan): Promise<Message> => {
    const { loanId, title, dueOn, card } = loan;
    const fair = onlyWhereNobodyWaits(needs.inCirculation);
    const pseudonym = await needs.inCirculation((records) => records.pseudonymOf(card));
    const renewed = await renewOnceOrSay({ ...needs, inCirculation: fair })({
      actor: byJob(job),
      patron: { card, pseudonym },
      loanId,
      seenDueOn: dueOn,
      requestKey: `auto-renewal-${loanId}-${dueOn}`,
    });
    const base = told(loan, needs.now());
    if (renewed.ok && renewed.value.granted) {
      const details = { loanId, title, newDueOn: renewed.value.newDueOn };
      return { ...base, kind: 'renewed-automatically', details };
    }
    const reasons = renewed.ok && !renewed.value.granted ? renewed.value.reasons.map(({ code }) => code) : [];
    return { ...base, kind: 'not-renewed-automatically', details: { loanId, title, dueOn, reasons } };
  };
