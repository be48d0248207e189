import type { Caller } from '../../../kernel/caller';
import { maskCard } from '../../../kernel/audit';
import type { Parsed } from '../../../kernel/contract';
import { answeredBefore } from '../../../kernel/request-keys';
import { refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { bindingActions } from '../../contract/binding';
import type { ApplicationRecords, WithApplications } from '../../ports/applications';
import type { CardReads } from '../../ports/binding';
import { withGranted } from './count-try';
import { giveCard, showBound } from './give-card';
import { ownCard } from './own-card';
import type { ShowNeeds } from './show-card';

type Bind = typeof bindingActions.bindOwnMembership;
type Needs = ShowNeeds & { readonly reads: CardReads; readonly withApplications: WithApplications };
type Refusal =
  | { readonly code: 'invalid-request' | 'no-membership' | 'bound-elsewhere' }
  | { readonly code: 'other-card-bound'; readonly maskedCard: string };
type Bound = { readonly card: string } | { readonly refusal: Refusal };
type Granted = { readonly applicationId: string; readonly card: string };

const request = 'bindOwnMembership';

/** The card that the newest application of a WeChat brought it; null where none was approved or the card is gone. */
const grantedTo = async (records: ApplicationRecords, openid: string): Promise<Granted | null> => {
  const newest = (await records.applicant(openid))?.newestApplication ?? null;
  const application = newest === null ? null : ((await records.application(newest))?.application ?? null);
  if (application?.openid !== openid || application.state !== 'approved') return null;
  const { applicationId, card } = application;
  if (card === null || (await records.patron(card)) === null) return null;
  return { applicationId, card };
};

const bind =
  (openid: string, requestKey: string, now: Date) =>
  async (records: ApplicationRecords): Promise<Bound> => {
    const wechatAccount = await records.wechatAccount(openid);
    const asked = { key: requestKey, request, done: wechatAccount.doneRequests, at: now };
    const answered = answeredBefore(asked);
    if (answered?.ok === false) return { refusal: { code: 'invalid-request' } };
    if (answered !== null && wechatAccount.card !== null) return { card: wechatAccount.card };
    const granted = await grantedTo(records, openid);
    if (granted === null) return { refusal: { code: 'no-membership' } };
    const { applicationId, card } = granted;
    const own = await ownCard(records, openid, wechatAccount);
    if (own === card) return { card };
    if (own !== null) return { refusal: { code: 'other-card-bound', maskedCard: maskCard(own) } };
    // Whoever lost the card to another WeChat did not unbind it: that may be a phone that was stolen.
    const isLost = wechatAccount.card === card;
    if (isLost || (await records.binding(card)) !== null) return { refusal: { code: 'bound-elsewhere' } };
    const deed = { action: 'membership.bindOwnMembership', target: applicationId, requestKey, at: now };
    const wish = { openid, card, requestKey, request };
    await giveCard(records, wish, withGranted(wechatAccount, wish, now), deed);
    return { card };
  };

/**
 * Binds the card that came of the WeChat's own approved application to it again, once nobody has it: such a card was
 * given out without a PIN. It asks for nothing that could be guessed, so no try is counted.
 */
export const bindOwnMembership =
  (needs: Needs) =>
  async ({ openid }: Caller, { requestKey }: Parsed<Bind>): Promise<Answer<Bind>> => {
    const bound = await needs.withApplications(bind(openid, requestKey, needs.now()));
    return 'card' in bound ? showBound(needs, { openid, card: bound.card }) : refuse(bound.refusal);
  };
