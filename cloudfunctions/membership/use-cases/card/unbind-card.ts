import { auditLine, byPatron } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once, withAnswer, type DoneRequest } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { ActionFault, Answer } from '../../../kernel/serve';
import type { membership } from '../../contract';
import type { Binding } from '../../domain/card/card-binding';
import type { CardRecords, ForgetUndelivered, WithRecords } from '../../ports/binding';

type Unbind = typeof membership.unbindCard;
type Needs = {
  readonly withRecords: WithRecords;
  readonly forgetUndelivered: ForgetUndelivered;
  readonly now: Clock;
};

/** The card that is free now, `null` where this very request freed it before. */
type Freed = string | null;

type Ending = {
  readonly doneRequests: readonly DoneRequest[];
  readonly requestKey: string;
  readonly at: Date;
};

/** Ends it; of the WeChat only this request stays, until its key is forgotten. */
const endBinding = async (
  records: CardRecords,
  binding: Binding,
  { doneRequests, requestKey, at }: Ending,
): Promise<void> => {
  await records.endBinding(binding.card);
  await records.keepAccount(binding.openid, { card: null, doneRequests });
  const deed = { action: 'membership.unbindCard', requestKey, at };
  await records.audit(auditLine(byPatron(binding), binding, deed));
};

const freeCard = async (
  records: CardRecords,
  openid: string,
  requestKey: string,
  at: Date,
): Promise<Result<Freed, ActionFault>> => {
  const { card, doneRequests } = await records.account(openid);
  const asked = { key: requestKey, request: 'unbindCard', done: doneRequests, at };
  return once(asked, async (): Promise<Result<Freed, ActionFault>> => {
    if (card === null) return refuse({ code: 'not-bound' });
    const binding = await records.binding(card);
    if (binding?.openid !== openid) return refuse({ code: 'signed-out', reason: 'replaced' });
    await endBinding(records, binding, {
      doneRequests: withAnswer({ ...asked, done: [] }, null),
      requestKey,
      at,
    });
    return ok(card);
  });
};

/**
 * Ends the binding of the caller's WeChat, and what was to be told to it is no longer told. The same request again is
 * answered as it was, so the action asks for itself whether a card is bound.
 */
export const unbindCard =
  ({ withRecords, forgetUndelivered, now }: Needs) =>
  async ({ openid }: Caller, { requestKey }: Parsed<Unbind>): Promise<Answer<Unbind>> => {
    const freed = await withRecords((records) => freeCard(records, openid, requestKey, now()));
    if (!freed.ok) return freed;
    if (freed.value !== null) await forgetUndelivered(freed.value);
    return ok({});
  };
