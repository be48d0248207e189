import type { Output } from '../../kernel/contract';
import type { circulation } from '../contract';
import type { PaymentState } from '../domain/fines/payment';

type Reply = { readonly ok: boolean; readonly value?: unknown };
type Event = unknown;

/** The number of the order that WeChat tells of; undefined where the event is no notice but asks for an action. */
const orderOf = (event: Event): string | undefined => {
  const { action, outTradeNo } = (event ?? {}) as {
    readonly action?: unknown;
    readonly outTradeNo?: unknown;
  };
  return action === undefined && typeof outTradeNo === 'string' ? outTradeNo : undefined;
};

const accounted: ReadonlySet<string> = new Set<PaymentState>(['paid', 'wrong-amount']);

/** Told again until the money is accounted for: what the platform could not be asked just now is not lost. */
const isAccountedFor = ({ ok, value }: Reply): boolean =>
  ok && accounted.has((value as Output<typeof circulation.paymentNotice>).state);

/**
 * Lets the payment platform speak to a function in its own words: it names an order and wants an `errcode`, 0 when it
 * need not tell again. Who may do so is decided as for every action; of what the event says only the order is used.
 */
export const hearingNotices =
  <C>(serveAction: (event: Event, context: C) => Promise<Reply>) =>
  async (event: Event, context: C): Promise<Reply> => {
    const paymentId = orderOf(event);
    if (paymentId === undefined) return serveAction(event, context);
    const reply = await serveAction({ action: 'paymentNotice', input: { paymentId } }, context);
    return Object.assign({ errcode: isAccountedFor(reply) ? 0 : 1, errmsg: '' }, reply);
  };
