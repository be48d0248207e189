import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { circulation } from '../../contract';
import type { InFines } from '../../ports/fines';

type GiveBack = typeof circulation.giveBack;
type Needs = { readonly inFines: InFines; readonly now: Clock };

/**
 * Notes once that staff gave back what a payment came to too much: the desk's list has it no more, and the check of
 * records takes it off the list of faults. The answer is remembered with the account of who paid.
 */
export const giveBack =
  ({ inFines, now }: Needs) =>
  (staff: StaffCaller, { paymentId, reason, requestKey }: Parsed<GiveBack>): Promise<Answer<GiveBack>> =>
    inFines(async (records) => {
      const at = now();
      const payment = await records.payment(paymentId);
      if (payment === null) return refuse({ code: 'no-such-payment' as const });
      const { card, toGiveBack: amount } = payment;
      const account = await records.account(card);
      const asked = { key: requestKey, request: `give-back/${paymentId}`, done: account.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<GiveBack>> => {
        if (amount <= 0) return refuse({ code: 'nothing-to-give-back' as const });
        const answer = { paymentId, amount };
        await records.keepPayment({ ...payment, toGiveBack: 0, givenBack: { amount, on: libraryDay(at) } });
        await records.keepAccount({ ...account, doneRequests: remember(answer) });
        const about = { card, pseudonym: await records.pseudonymOf(card) };
        const deed = { action: 'circulation.giveBack', reason, requestKey, target: paymentId, at };
        await records.audit(auditLine(byStaff(staff), about, deed));
        return ok(answer);
      });
    });
