import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import { once, type OtherRequest } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { Payment } from '../../domain/fines/payment';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { FineRecords, InFines } from '../../ports/fines';

export type BeginNeeds = {
  readonly inFines: InFines;
  /** A fresh number of an order, as the platform takes one: letters and digits, 32 at most. */
  readonly newPaymentId: () => string;
  readonly now: Clock;
};
type Refusal = { readonly code: 'no-such-fine' | 'already-settled' };
type Begun = Pick<Payment, 'paymentId' | 'amount'> & {
  /** It was begun before: for just these fines and by this WeChat, or it stands in the way of what is asked. */
  readonly before?: 'same' | 'other';
};
type Asked = { readonly fineIds: readonly string[]; readonly requestKey: string };

const requestOf = (fineIds: readonly string[]): string => `pay/${[...fineIds].sort().join(',')}`;

/** What these fines come to, if they are this patron's and owed. */
const amountOf = async (
  records: FineRecords,
  card: string,
  fineIds: readonly string[],
): Promise<Result<number, Refusal>> => {
  let amount = 0;
  for (const fineId of fineIds) {
    const fine = await records.fine(fineId);
    if (fine?.card !== card) return refuse({ code: 'no-such-fine' });
    if (fine.state !== 'owed') return refuse({ code: 'already-settled' });
    amount += fine.amount;
  }
  return ok(amount);
};

/** An order that may still be paid for one of these fines. */
const openFor = async (
  records: FineRecords,
  openid: string,
  { openPayments }: PatronCirculation,
  fineIds: readonly string[],
): Promise<Begun | null> => {
  for (const { paymentId } of openPayments) {
    const payment = await records.payment(paymentId);
    if (payment?.state !== 'open' || !payment.fineIds.some((id) => fineIds.includes(id))) continue;
    const isSame = payment.openid === openid && requestOf(payment.fineIds) === requestOf(fineIds);
    return { paymentId, amount: payment.amount, before: isSame ? 'same' : 'other' };
  }
  return null;
};

/**
 * Writes the payment down before anything is asked of the platform, so that a notice always finds it; one that is open
 * for one of these fines is answered instead, so that none is paid twice.
 */
export const beginPayment = (
  { inFines, newPaymentId, now }: BeginNeeds,
  { openid, patron: { card } }: PatronCaller,
  { fineIds, requestKey }: Asked,
): Promise<Result<Begun, Refusal | OtherRequest>> =>
  inFines(async (records) => {
    const at = now();
    const account = await records.account(card);
    const asked = { key: requestKey, request: requestOf(fineIds), done: account.doneRequests, at };
    return once(asked, async (remember): Promise<Result<Begun, Refusal>> => {
      const amount = await amountOf(records, card, fineIds);
      if (!amount.ok) return amount;
      const before = await openFor(records, openid, account, fineIds);
      if (before !== null) return ok(before);
      const started = { paymentId: newPaymentId(), amount: amount.value };
      const unpaid = { state: 'open', paidOn: null, receipt: null, toGiveBack: 0 } as const;
      const times = { startedAt: at, askedAt: at };
      await records.keepPayment({ ...started, card, openid, fineIds, ...times, ...unpaid });
      const openPayments = [...account.openPayments, started];
      await records.keepAccount({ ...account, openPayments, doneRequests: remember(started) });
      return ok(started);
    });
  });
