import { auditLine, byPatron } from '../../../kernel/audit';
import type { Output } from '../../../kernel/contract';
import { withAnswer } from '../../../kernel/request-keys';
import { ok, refuse, type Result } from '../../../kernel/result';
import type { ActionFault } from '../../../kernel/serve';
import type { membership } from '../../contract';
import type { Account } from '../../domain/card/card-binding';
import type { CardReads, CardRecords } from '../../ports/binding';
import { bindingRequest, type Wish } from './count-try';
import { showCard, type ShowNeeds } from './show-card';

/** Makes this WeChat the one that has the card; whoever had it before learns that at the next call. */
export const giveCard = async (
  records: CardRecords,
  { openid, card, requestKey }: Wish,
  { leaving, doneRequests }: Account,
  { action, at }: { readonly action: string; readonly at: Date },
): Promise<void> => {
  const before = await records.binding(card);
  const pseudonym = before?.pseudonym ?? (await records.pseudonymOf(card));
  if (before?.openid !== openid) {
    const version = (before?.version ?? 0) + 1;
    await records.keepBinding({ card, openid, pseudonym, version, boundAt: at });
  }
  const request = { key: requestKey, request: bindingRequest(card), done: doneRequests, at };
  await records.keepAccount(openid, {
    card,
    leaving: leaving.filter((one) => one !== card),
    doneRequests: withAnswer(request, null),
  });
  const patron = { card, pseudonym };
  await records.audit(auditLine(byPatron(patron), patron, { action, requestKey, at }));
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
