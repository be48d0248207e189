import type { Caller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { refuse } from '../../../kernel/result';
import type { circulation } from '../../contract';
import { shownPayment } from './ask-payment';
import { confirmPayment, type ConfirmNeeds } from './confirm-payment';

type Notice = typeof circulation.paymentNotice;

/** The platform tells of an order: a reason to ask it, no more. */
export const noticePayment =
  (needs: ConfirmNeeds) =>
  async (_platform: Caller, { paymentId }: Parsed<Notice>): Promise<Outcome<Notice>> => {
    const payment = await confirmPayment(needs)(paymentId);
    return payment === null ? refuse({ code: 'no-such-payment' }) : shownPayment(payment);
  };
