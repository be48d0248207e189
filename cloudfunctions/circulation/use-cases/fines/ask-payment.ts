import type { PatronCaller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { circulation } from '../../contract';
import type { Payment } from '../../domain/fines/payment';
import { confirmPayment, type ConfirmNeeds } from './confirm-payment';

type Ask = typeof circulation.payment;

/** A payment as it is answered, by whoever asks. */
export const shownPayment = ({ state, receipt }: Payment) => ok({ state, receipt });

/** How a payment of the caller's own card stands. */
export const askPayment =
  (needs: ConfirmNeeds) =>
  async ({ patron: { card } }: PatronCaller, { paymentId }: Parsed<Ask>): Promise<Outcome<Ask>> => {
    const known = await needs.reads.payment(paymentId);
    const payment = known?.card === card ? await confirmPayment(needs)(paymentId) : null;
    return payment === null ? refuse({ code: 'no-such-payment' }) : shownPayment(payment);
  };
