import { auditLine, byPatron } from '../../../kernel/audit';
import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once, withAnswer, type DoneRequest } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { ActionFault, Answer } from '../../../kernel/serve';
import type { membership } from '../../contract';
import type { Binding } from '../../domain/card/card-binding';
import type { CardRecords } from '../../ports/binding';
import { finishLeaving, type LeavingNeeds } from './finish-leaving';

type Unbind = typeof membership.unbindCard;
type Needs = LeavingNeeds & { readonly now: Clock };

type Ending = {
  readonly leaving: readonly string[];
  readonly doneRequests: readonly DoneRequest[];
  readonly requestKey: string;
  readonly at: Date;
};

/** Ends it; of the WeChat only this request stays, until its key is forgotten, and the card until all is taken back. */
const endBinding = async (
  records: CardRecords,
  binding: Binding,
  { leaving, doneRequests, requestKey, at }: Ending,
): Promise<void> => {
  await records.endBinding(binding.card);
  await records.keepWechatAccount(binding.openid, { card: null, leaving, doneRequests });
  const deed = { action: 'membership.unbindCard', requestKey, at };
  await records.audit(auditLine(byPatron(binding), binding, deed));
};

const freeCard = async (
  records: CardRecords,
  openid: string,
  requestKey: string,
  at: Date,
): Promise<Result<null, ActionFault>> => {
  const { card, leaving, doneRequests } = await records.wechatAccount(openid);
  const asked = { key: requestKey, request: 'unbindCard', done: doneRequests, at };
  return once(asked, async (): Promise<Result<null, ActionFault>> => {
    if (card === null) return refuse({ code: 'not-bound' });
    const binding = await records.binding(card);
    if (binding?.openid !== openid) return refuse({ code: 'signed-out', reason: 'replaced' });
    await endBinding(records, binding, {
      leaving: [...leaving, card],
      doneRequests: withAnswer({ ...asked, done: [] }, null),
      requestKey,
      at,
    });
    return ok(null);
  });
};

/**
 * Ends the binding of the caller's WeChat, what was to be told to it, and the card's family links. The same request
 * again is answered as it was and takes up what was cut off, so the action asks for itself whether a card is bound.
 */
export const unbindCard =
  ({ withRecords, clearCard, now }: Needs) =>
  async ({ openid }: Caller, { requestKey }: Parsed<Unbind>): Promise<Answer<Unbind>> => {
    const freed = await withRecords((records) => freeCard(records, openid, requestKey, now()));
    if (!freed.ok) return freed;
    await finishLeaving({ withRecords, clearCard }, openid);
    return ok({});
  };
