import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { recallRequest, rememberRequest } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
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
type Refusal = 'no-such-fine' | 'already-settled' | 'invalid-request';

const requestOf = (fineIds: readonly string[]): string => `pay/${[...fineIds].sort().join(',')}`;

/** What these fines come to, if they are this patron's and owed. */
const amountOf = async (
  records: FineRecords,
  card: string,
  fineIds: readonly string[],
): Promise<number | Refusal> => {
  let amount = 0;
  for (const fineId of fineIds) {
    const fine = await records.fine(fineId);
    if (fine?.card !== card) return 'no-such-fine';
    if (fine.state !== 'owed') return 'already-settled';
    amount += fine.amount;
  }
  return amount;
};

/** Writes the payment down before anything is asked of the platform, so that a notice always finds it. */
const writeDown = (
  { inFines, newPaymentId, now }: Needs,
  { openid, patron: { card } }: PatronCaller,
  { fineIds, requestKey }: { readonly fineIds: readonly string[]; readonly requestKey: string },
): Promise<Started | Refusal> =>
  inFines(async (records): Promise<Started | Refusal> => {
    const at = now();
    const account = await records.account(card);
    const known = recallRequest(account.doneRequests, requestKey, requestOf(fineIds), at);
    if (known.kind === 'of-another-request') return 'invalid-request';
    if (known.kind === 'done') return known.answer as Started;
    const amount = await amountOf(records, card, fineIds);
    if (typeof amount === 'string') return amount;
    const started = { paymentId: newPaymentId(), amount };
    const done = { key: requestKey, request: requestOf(fineIds), answer: started };
    const unpaid = { state: 'open', paidOn: null, receipt: null, toGiveBack: 0 } as const;
    await records.keepPayment({ ...started, card, openid, fineIds, startedAt: at, ...unpaid });
    await records.keepAccount({ ...account, doneRequests: rememberRequest(account.doneRequests, done, at) });
    return started;
  });

/** Makes an order of fines at the payment platform; the same key again gives the same order. */
export const startPayment =
  (needs: Needs) =>
  async (caller: PatronCaller, given: Parsed<Start>): Promise<Answer<Start>> => {
    const platform = await needs.platform();
    if (platform === null) return refuse({ code: 'not-offered' });
    const fineIds = [...new Set(given.fineIds)];
    const started = await writeDown(needs, caller, { fineIds, requestKey: given.requestKey });
    if (typeof started === 'string') return refuse({ code: started });
    const parameters = await platform.order({ ...started, openid: caller.openid });
    return parameters === null ? refuse({ code: 'platform-refused' }) : ok({ ...started, parameters });
  };
