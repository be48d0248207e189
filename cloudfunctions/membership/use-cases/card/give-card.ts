import { auditLine, byPatron, type AuditActor, type AuditLine } from '../../../kernel/audit';
import type { Output } from '../../../kernel/contract';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { ActionFault } from '../../../kernel/serve';
import type { membership } from '../../contract';
import type { WechatAccount } from '../../domain/card/card-binding';
import type { BindingRecords, CardReads } from '../../ports/binding';
import type { Wish } from './count-try';
import { showCard, type ShowNeeds } from './show-card';

/** How a card came to be bound. `by` is the patron, where nobody else is named. */
type Deed = Pick<AuditLine, 'action' | 'at' | 'target'> & {
  readonly requestKey: string;
  readonly by?: AuditActor;
};

/**
 * Makes this WeChat the one that has the card, whatever led to that, and notes it; whoever had the card before learns
 * that at the next call. `wechatAccount` is what the WeChat has so far, with what it was granted now.
 */
export const giveCard = async (
  records: BindingRecords,
  { openid, card }: Pick<Wish, 'openid' | 'card'>,
  { leaving, doneRequests }: WechatAccount,
  { by, ...deed }: Deed,
): Promise<void> => {
  const before = await records.binding(card);
  const pseudonym = before?.pseudonym ?? (await records.pseudonymOf(card));
  if (before?.openid !== openid) {
    const version = (before?.version ?? 0) + 1;
    await records.keepBinding({ card, openid, pseudonym, version, boundAt: deed.at });
  }
  await records.keepWechatAccount(openid, {
    card,
    leaving: leaving.filter((one) => one !== card),
    doneRequests,
  });
  const patron = { card, pseudonym };
  await records.audit(auditLine(by ?? byPatron(patron), patron, deed));
};

/** The card as it is bound now; another WeChat may have taken it over since. */
export const showBound = async (
  needs: ShowNeeds & { readonly reads: CardReads },
  { openid, card }: Pick<Wish, 'openid' | 'card'>,
): Promise<Result<Output<typeof membership.bindCard>, ActionFault>> => {
  const binding = await needs.reads.bindingOf(openid);
  if (binding?.card !== card) return refuse({ code: 'signed-out' as const, reason: 'replaced' as const });
  return ok({ card: await showCard(needs, binding, await needs.reads.patron(card)) });
};
