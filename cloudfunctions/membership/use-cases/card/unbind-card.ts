import { maskCard } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { recallRequest, rememberRequest } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { membership } from '../../contract';
import type { Account, Binding } from '../../domain/card/card-binding';
import type { CardRecords, ForgetUndelivered, WithRecords } from '../../ports/binding';

type Unbind = typeof membership.unbindCard;
type Needs = {
  readonly withRecords: WithRecords;
  readonly forgetUndelivered: ForgetUndelivered;
  readonly now: Clock;
};

const request = 'unbindCard';
/** The card that is free now, `null` where this very request freed it before, or why there is none. */
type Freed =
  { readonly card: string | null } | { readonly fault: 'invalid-request' | 'not-bound' | 'replaced' };

/** Ends it; of the WeChat only this request stays, until its key is forgotten. */
const endBinding = async (
  records: CardRecords,
  { card, openid, pseudonym }: Binding,
  requestKey: string,
  now: Date,
): Promise<void> => {
  await records.endBinding(card);
  const doneRequests = rememberRequest([], { key: requestKey, request, answer: null }, now);
  await records.keepAccount(openid, { card: null, doneRequests });
  await records.audit({
    actor: { kind: 'patron', pseudonym },
    action: 'membership.unbindCard',
    patron: pseudonym,
    maskedCard: maskCard(card),
    result: 'done',
    requestKey,
    at: now,
  });
};

const freeCard = async (
  records: CardRecords,
  openid: string,
  requestKey: string,
  now: Date,
): Promise<Freed> => {
  const { card, doneRequests }: Account = await records.account(openid);
  const recalled = recallRequest(doneRequests, requestKey, request, now);
  if (recalled.kind === 'done') return { card: null };
  if (recalled.kind === 'of-another-request') return { fault: 'invalid-request' };
  if (card === null) return { fault: 'not-bound' };
  const binding = await records.binding(card);
  if (binding?.openid !== openid) return { fault: 'replaced' };
  await endBinding(records, binding, requestKey, now);
  return { card };
};

/**
 * Ends the binding of the caller's WeChat, and what was to be told to it is no longer told. The same request again is
 * answered as it was, so the action asks for itself whether a card is bound.
 */
export const unbindCard =
  ({ withRecords, forgetUndelivered, now }: Needs) =>
  async ({ openid }: Caller, { requestKey }: Parsed<Unbind>): Promise<Answer<Unbind>> => {
    const freed = await withRecords((records) => freeCard(records, openid, requestKey, now()));
    if ('fault' in freed)
      return freed.fault === 'replaced'
        ? refuse({ code: 'signed-out' as const, reason: freed.fault })
        : refuse({ code: freed.fault });
    if (freed.card !== null) await forgetUndelivered(freed.card);
    return ok({});
  };
