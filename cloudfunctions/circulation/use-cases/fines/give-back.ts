import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { circulation } from '../../contract';
import type { InFines } from '../../ports/fines';
import { onceAtDesk } from '../desk/once-at-desk';

type GiveBack = typeof circulation.giveBack;
type Needs = { readonly inFines: InFines; readonly now: Clock };

/**
 * Notes once that staff gave back what a payment came to too much: the desk's list has it no more, and the check of
 * records takes it off the list of faults.
 */
export const giveBack =
  ({ inFines, now }: Needs) =>
  (staff: StaffCaller, { paymentId, reason, requestKey }: Parsed<GiveBack>): Promise<Answer<GiveBack>> =>
    inFines(async (records) => {
      const at = now();
      const payment = await records.payment(paymentId);
      if (payment === null) return refuse({ code: 'no-such-payment' as const });
      const { card, toGiveBack: amount } = payment;
      const asked = { requestKey, request: `give-back/${paymentId}`, at };
      return onceAtDesk(records, staff, asked, async (): Promise<Answer<GiveBack>> => {
        if (amount <= 0) return refuse({ code: 'nothing-to-give-back' as const });
        await records.keepPayment({ ...payment, toGiveBack: 0, givenBack: { amount, on: libraryDay(at) } });
        const about = { card, pseudonym: await records.pseudonymOf(card) };
        const deed = { action: 'circulation.giveBack', reason, requestKey, target: paymentId, at };
        await records.audit(auditLine(byStaff(staff), about, deed));
        return ok({ paymentId, amount });
      });
    });
