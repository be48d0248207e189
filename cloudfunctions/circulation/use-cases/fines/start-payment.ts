import type { PatronCaller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { circulation } from '../../contract';
import type { Payment } from '../../domain/fines/payment';
import type { PaymentPlatform } from '../../ports/fines';
import { beginPayment, type BeginNeeds } from './begin-payment';
import { confirmPayment, type ConfirmNeeds } from './confirm-payment';
import { endPayment } from './end-payment';

type Start = typeof circulation.startPayment;
type Needs = BeginNeeds & ConfirmNeeds;
type Order = Pick<Payment, 'paymentId' | 'amount' | 'openid'>;

/** WeChat closes no order that is younger. Source: its documentation of `closeOrder`. */
const closableAfterMs = 5 * 60_000;
/** So many orders that stand in the way are asked about. */
const mostInTheWay = 5;

/** Asks for what the phone needs to open WeChat's sheet, of a new order or again of the same. */
const orderOf = async (needs: Needs, platform: PaymentPlatform, order: Order): Promise<Answer<Start>> => {
  const { paymentId, amount } = order;
  const parameters = await platform.order(order);
  if (parameters !== null) return ok({ paymentId, amount, parameters });
  // An order that was paid a moment ago can't be made again.
  const payment = await confirmPayment(needs)(paymentId);
  return refuse({ code: payment?.state === 'paid' ? 'already-settled' : 'platform-refused' });
};

/** Whether an order that stands in the way could be ended. */
const isEnded = async (needs: Needs, payment: Payment): Promise<boolean> => {
  const age = needs.now().getTime() - payment.startedAt.getTime();
  return age >= closableAfterMs && endPayment(needs)(payment);
};

/**
 * Makes an order of fines at the payment platform; the same key again gives the same order. An order that is open for
 * the same fines is gone on with, and one that is open for some of them is ended first: no fine is in two.
 */
export const startPayment =
  (needs: Needs) =>
  async (caller: PatronCaller, given: Parsed<Start>): Promise<Answer<Start>> => {
    const platform = await needs.platform();
    if (platform === null) return refuse({ code: 'not-offered' });
    const asked = { fineIds: [...new Set(given.fineIds)], requestKey: given.requestKey };
    for (let tries = 0; tries <= mostInTheWay; tries += 1) {
      const begun = await beginPayment(needs, caller, asked);
      if (!begun.ok) return begun;
      const { paymentId, amount, before } = begun.value;
      const order = { paymentId, amount, openid: caller.openid };
      if (before === undefined) return orderOf(needs, platform, order);
      const payment = await confirmPayment(needs)(paymentId);
      if (payment?.state === 'paid') return refuse({ code: 'already-settled' });
      if (payment?.state !== 'open') continue;
      if (before === 'same') return orderOf(needs, platform, order);
      if (!(await isEnded(needs, payment))) break;
    }
    return refuse({ code: 'order-open' });
  };
