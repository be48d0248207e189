import type { Clock } from '../../../kernel/clock';
import type { FaultList } from '../../../kernel/document-fault';
import type { OrderAnswer, Payment } from '../../domain/fines/payment';
import { giveBackFaults } from '../../domain/fines/payment-faults';
import type { FindPlatform, FineReads, FineRecords, InFines } from '../../ports/fines';
import { keepClosed, keepPaid } from './account-for';

export type ConfirmNeeds = {
  readonly inFines: InFines;
  readonly reads: Pick<FineReads, 'payment'>;
  readonly platform: FindPlatform;
  readonly faults: Pick<FaultList, 'renew'>;
  readonly now: Clock;
};

/** What was closed is asked about too: money that came all the same counts. */
const isFinal = ({ state }: Payment): boolean => state === 'paid' || state === 'wrong-amount';

const keepAnswer = async (
  records: FineRecords,
  paymentId: string,
  answer: OrderAnswer,
  at: Date,
): Promise<Payment | null> => {
  const payment = await records.payment(paymentId);
  if (payment === null || isFinal(payment)) return payment;
  if (answer.state === 'paid') return keepPaid(records, payment, answer, at);
  return answer.state === 'closed' && payment.state === 'open' ? keepClosed(records, payment) : payment;
};

/**
 * Finds out how a payment stands: only the platform's own answer counts, and it counts once however often anybody
 * tells of it. null where there is no such payment.
 */
export const confirmPayment =
  ({ inFines, reads, platform, faults, now }: ConfirmNeeds) =>
  async (paymentId: string): Promise<Payment | null> => {
    const known = await reads.payment(paymentId);
    if (known === null || isFinal(known)) return known;
    const answer = await (await platform())?.ask(paymentId);
    if (answer === undefined || answer.state === 'open' || answer.state === 'unknown') return known;
    const kept = await inFines((records) => keepAnswer(records, paymentId, answer, now()));
    // The check of records finds it too, but who paid too much should not wait for that.
    if (kept !== null && kept.toGiveBack > 0)
      await faults.renew([`payments/${paymentId}`], giveBackFaults(kept));
    return kept;
  };
