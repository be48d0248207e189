import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once, type OtherRequest } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { circulation } from '../../contract';
import type { Payment } from '../../domain/fines/payment';
import type { FindPlatform, FineRecords, InFines } from '../../ports/fines';

type Start = typeof circulation.startPayment;
type Needs = {
  readonly inFines: InFines;
  readonly platform: FindPlatform;
  /** A fresh number of an order, as the platform takes one: letters and digits, 32 at most. */
  readonly newPaymentId: () => string;
  readonly now: Clock;
};
type Started = Pick<Payment, 'paymentId' | 'amount'>;
type Refusal = { readonly code: 'no-such-fine' | 'already-settled' };

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

/** Writes the payment down before anything is asked of the platform, so that a notice always finds it. */
const writeDown = (
  { inFines, newPaymentId, now }: Needs,
  { openid, patron: { card } }: PatronCaller,
  { fineIds, requestKey }: { readonly fineIds: readonly string[]; readonly requestKey: string },
): Promise<Result<Started, Refusal | OtherRequest>> =>
  inFines(async (records) => {
    const at = now();
    const account = await records.account(card);
    const asked = { key: requestKey, request: requestOf(fineIds), done: account.doneRequests, at };
    return once(asked, async (remember): Promise<Result<Started, Refusal>> => {
      const amount = await amountOf(records, card, fineIds);
      if (!amount.ok) return amount;
      const started = { paymentId: newPaymentId(), amount: amount.value };
      const unpaid = { state: 'open', paidOn: null, receipt: null, toGiveBack: 0 } as const;
      await records.keepPayment({ ...started, card, openid, fineIds, startedAt: at, askedAt: at, ...unpaid });
      await records.keepAccount({ ...account, doneRequests: remember(started) });
      return ok(started);
    });
  });

/** Makes an order of fines at the payment platform; the same key again gives the same order. */
export const startPayment =
  (needs: Needs) =>
  async (caller: PatronCaller, given: Parsed<Start>): Promise<Answer<Start>> => {
    const platform = await needs.platform();
    if (platform === null) return refuse({ code: 'not-offered' });
    const fineIds = [...new Set(given.fineIds)];
    const started = await writeDown(needs, caller, { fineIds, requestKey: given.requestKey });
    if (!started.ok) return started;
    const parameters = await platform.order({ ...started.value, openid: caller.openid });
    return parameters === null ? refuse({ code: 'platform-refused' }) : ok({ ...started.value, parameters });
  };
