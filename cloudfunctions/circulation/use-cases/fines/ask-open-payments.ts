import { recordByRecord, type Log } from '../../../kernel/record-by-record';
import { orderLifeMs, type Payment } from '../../domain/fines/payment';
import type { OpenPayments } from '../../ports/fines';
import { confirmPayment, type ConfirmNeeds } from './confirm-payment';
import { endPayment } from './end-payment';

type Needs = ConfirmNeeds & { readonly openPayments: OpenPayments; readonly log: Log };

/** So many are asked about in one run; those that were asked about longest ago come first. */
const perRun = 20;

/**
 * Timed work: asks the platform about payments that are still open, so that one is settled though its notice was lost,
 * and ends an order that nobody has paid for so long that nobody will. Where nothing is open it is one query.
 */
export const askOpenPayments = (needs: Needs) => async (): Promise<void> => {
  const { openPayments, platform, now, log } = needs;
  const open = await openPayments.next(perRun);
  if (open.length === 0 || (await platform()) === null) return;
  const ask = async ({ paymentId }: Payment): Promise<void> => {
    // First: one about which asking fails stands in nobody's way at the next run.
    await openPayments.markAsked(paymentId, now());
    const payment = await confirmPayment(needs)(paymentId);
    const isOver = payment !== null && now().getTime() - payment.startedAt.getTime() >= orderLifeMs;
    if (isOver && payment.state === 'open') await endPayment(needs)(payment);
  };
  await recordByRecord('ask-payments', open, ask, log);
};
