import { auditLine, byJob } from '../../../kernel/audit';
import type { Clock } from '../../../kernel/clock';
import { libraryDay } from '../../../kernel/library-day';
import type { Fine } from '../../domain/fines/fine';
import { isPaid, type OrderAnswer, type Payment } from '../../domain/fines/payment';
import type { FindPlatform, FineReads, FineRecords, InFines } from '../../ports/fines';

export type ConfirmNeeds = {
  readonly inFines: InFines;
  readonly reads: Pick<FineReads, 'payment'>;
  readonly platform: FindPlatform;
  readonly now: Clock;
};

const finesOf = async (records: FineRecords, fineIds: readonly string[]): Promise<readonly Fine[]> => {
  const fines: Fine[] = [];
  for (const fineId of fineIds) {
    const fine = await records.fine(fineId);
    if (fine !== null) fines.push(fine);
  }
  return fines;
};

/** What is still owed is settled by it; what was settled meanwhile is to be given back. */
const settleAll = async (
  records: FineRecords,
  payment: Payment,
  { receipt }: OrderAnswer & { state: 'paid' },
  at: Date,
): Promise<Payment> => {
  const today = libraryDay(at);
  const owed = (await finesOf(records, payment.fineIds)).filter(({ state }) => state === 'owed');
  const settled = owed.reduce((sum, { amount }) => sum + amount, 0);
  const account = await records.account(payment.card);
  const paid = { ...payment, state: 'paid', paidOn: today, receipt } as const;
  const kept = { ...paid, toGiveBack: payment.amount - settled };
  for (const fine of owed) await records.keepFine({ ...fine, state: 'paid', settledOn: today });
  await records.keepAccount({ ...account, finesOwed: account.finesOwed - settled });
  await records.keepPayment(kept);
  const about = { card: payment.card, pseudonym: await records.pseudonymOf(payment.card) };
  const result = kept.toGiveBack > 0 ? 'paid-too-much' : 'done';
  const deed = { action: 'circulation.paymentNotice', result, target: payment.paymentId, at } as const;
  await records.audit(auditLine(byJob('payment-platform'), about, deed));
  return kept;
};

/** What was closed is asked about too: money that came all the same counts. */
const isFinal = (payment: Payment | null): boolean => payment === null || payment.state === 'paid';

/**
 * Finds out how a payment stands: only the platform's own answer counts, and it counts once however often anybody
 * tells of it. null where there is no such payment.
 */
export const confirmPayment =
  ({ inFines, reads, platform, now }: ConfirmNeeds) =>
  async (paymentId: string): Promise<Payment | null> => {
    const known = await reads.payment(paymentId);
    if (known === null || isFinal(known)) return known;
    const answer = await (await platform())?.ask(paymentId);
    if (answer === undefined || answer.state === 'open' || answer.state === 'unknown') return known;
    return inFines(async (records) => {
      const payment = await records.payment(paymentId);
      if (payment === null || isFinal(payment)) return payment;
      if (isPaid(payment, answer)) return settleAll(records, payment, answer, now());
      if (answer.state !== 'closed' || payment.state === 'closed') return payment;
      const closed = { ...payment, state: 'closed' } as const;
      await records.keepPayment(closed);
      return closed;
    });
  };
