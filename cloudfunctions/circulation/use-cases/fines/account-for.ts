import { auditLine, byJob } from '../../../kernel/audit';
import { libraryDay } from '../../../kernel/library-day';
import type { Fine } from '../../domain/fines/fine';
import { isPaid, type OrderAnswer, type Payment } from '../../domain/fines/payment';
import type { FineRecords } from '../../ports/fines';

type PaidAnswer = OrderAnswer & { readonly state: 'paid' };

const finesOf = async (records: FineRecords, fineIds: readonly string[]): Promise<readonly Fine[]> => {
  const fines: Fine[] = [];
  for (const fineId of fineIds) {
    const fine = await records.fine(fineId);
    if (fine !== null) fines.push(fine);
  }
  return fines;
};

/** Writes an ended payment down, takes it off the open ones of its card, and what was settled off what is owed. */
const keepEnded = async (records: FineRecords, payment: Payment, settled: number): Promise<void> => {
  const account = await records.account(payment.card);
  const openPayments = account.openPayments.filter(({ paymentId }) => paymentId !== payment.paymentId);
  await records.keepAccount({ ...account, openPayments, finesOwed: account.finesOwed - settled });
  await records.keepPayment(payment);
};

/** Writes down that nobody can pay it any more. */
export const keepClosed = async (records: FineRecords, payment: Payment): Promise<Payment> => {
  const closed = { ...payment, state: 'closed' } as const;
  await keepEnded(records, closed, 0);
  return closed;
};

/**
 * Writes down what was paid: what is still owed is settled by it, what was settled meanwhile is to be given back, and a
 * sum that is not the one that was asked for settles nothing and is to be given back whole.
 */
export const keepPaid = async (
  records: FineRecords,
  payment: Payment,
  answer: PaidAnswer,
  at: Date,
): Promise<Payment> => {
  const today = libraryDay(at);
  const isRight = isPaid(payment, answer);
  const fines = isRight ? await finesOf(records, payment.fineIds) : [];
  const owed = fines.filter(({ state }) => state === 'owed');
  const settled = owed.reduce((sum, { amount }) => sum + amount, 0);
  const state = isRight ? 'paid' : 'wrong-amount';
  const toGiveBack = answer.amount - settled;
  const kept: Payment = { ...payment, state, paidOn: today, receipt: answer.receipt, toGiveBack };
  for (const fine of owed) await records.keepFine({ ...fine, state: 'paid', settledOn: today });
  await keepEnded(records, kept, settled);
  const about = { card: payment.card, pseudonym: await records.pseudonymOf(payment.card) };
  const tooMuch = toGiveBack > 0 ? 'paid-too-much' : 'done';
  const result = isRight ? tooMuch : 'wrong-amount';
  const deed = { action: 'circulation.paymentNotice', result, target: payment.paymentId, at } as const;
  await records.audit(auditLine(byJob('payment-platform'), about, deed));
  return kept;
};
