import { auditLine, byPatron, maskCard } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import type { PatronIdentity } from '../../../kernel/person';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import type { Account } from '../../domain/card/card-binding';
import { normalCode } from '../../domain/card/code';
import { maskName, mostLinks } from '../../domain/family';
import type {
  FamilyInvitation,
  FamilyLink,
  FamilyReads,
  FamilyRecords,
  LinkIdOf,
  WithFamily,
} from '../../ports/family';
import { guessCode } from '../card/guess-code';

type Needs = {
  readonly familyReads: FamilyReads;
  readonly withFamily: WithFamily;
  readonly linkIdOf: LinkIdOf;
  readonly now: Clock;
};
type Show = typeof familyActions.familyInvitation;
type Accept = typeof familyActions.acceptFamily;
type End = typeof familyActions.endFamily;
type Found =
  | { readonly invitation: FamilyInvitation }
  | {
      readonly refusal:
        | { readonly code: 'wrong-code' | 'own-code' }
        | { readonly code: 'too-many-tries'; readonly until: number };
    };

/** The open invitation of a code; a wrong code counts as a guess of the WeChat. */
const invitationOf = async (
  records: FamilyRecords,
  { openid, self }: PatronCaller,
  text: string,
  now: Date,
): Promise<Found> => {
  const guess = await guessCode(records, openid, now);
  if (guess.kind === 'wait') return { refusal: { code: 'too-many-tries', until: guess.until } };
  const code = normalCode(text);
  const invitation = /^[2-9A-HJKMNP-Z]{16}$/.test(code) ? await records.invitation(code) : null;
  if (invitation === null || invitation.until <= now.getTime()) {
    await guess.count();
    return { refusal: { code: 'wrong-code' } };
  }
  return invitation.card === self.card ? { refusal: { code: 'own-code' } } : { invitation };
};

/** What a code asks consent for, seen from the side that is asked. */
export const showInvitation =
  ({ familyReads, withFamily, now }: Needs) =>
  async (caller: PatronCaller, { code }: Parsed<Show>): Promise<Answer<Show>> => {
    const found = await withFamily((records) => invitationOf(records, caller, code, now()));
    if ('refusal' in found) return refuse(found.refusal);
    const { card, whose, right, endsOn } = found.invitation;
    const names = await familyReads.names([card]);
    return ok({
      whose: whose === 'mine' ? 'theirs' : 'mine',
      right,
      endsOn,
      maskedName: maskName(names.get(card) ?? ''),
      maskedCard: maskCard(card),
    });
  };

const linkFrom = (
  { card, pseudonym, whose, right, endsOn }: FamilyInvitation,
  self: PatronIdentity,
  linkIdOf: LinkIdOf,
): FamilyLink => {
  const inviter = { card, pseudonym };
  const [seen, by] = whose === 'mine' ? [inviter, self.card] : [self, card];
  return { linkId: linkIdOf(seen.card, by), ...seen, by, right, endsOn };
};

type Noted = {
  readonly name: string;
  /** With what was done. */
  readonly account: Account;
  readonly requestKey: string;
  readonly at: Date;
};

/** Keeps what was done, and notes it in the log of the one whose loans are seen. */
const note = async (
  records: FamilyRecords,
  { openid, self }: PatronCaller,
  { card, pseudonym, linkId }: FamilyLink,
  { name, account, requestKey, at }: Noted,
): Promise<void> => {
  await records.keepAccount(openid, account);
  const deed = { action: `membership.${name}`, requestKey, target: linkId, at };
  await records.audit(auditLine(byPatron(self), { card, pseudonym }, deed));
};

/** Consents to what a code offers, which is used up. */
export const acceptFamily =
  ({ familyReads, withFamily, linkIdOf, now }: Needs) =>
  async (caller: PatronCaller, { code, requestKey }: Parsed<Accept>): Promise<Answer<Accept>> => {
    const at = now();
    const links = await familyReads.linksOf(caller.self.card);
    return withFamily(async (records) => {
      const account = await records.account(caller.openid);
      const request = `acceptFamily/${normalCode(code)}`;
      const asked = { key: requestKey, request, done: account.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<Accept>> => {
        const found = await invitationOf(records, caller, code, at);
        if ('refusal' in found) return refuse(found.refusal);
        if (links.length >= mostLinks) return refuse({ code: 'link-limit', limit: mostLinks });
        const link = linkFrom(found.invitation, caller.self, linkIdOf);
        await records.removeInvitation(found.invitation.code);
        await records.keepLink(link, at);
        const answer = { linkId: link.linkId };
        const kept = { ...account, doneRequests: remember(answer) };
        await note(records, caller, link, { name: 'acceptFamily', account: kept, requestKey, at });
        return ok(answer);
      });
    });
  };

/** Ends a link of the caller's card, whichever side it is. */
export const endFamily =
  ({ withFamily, now }: Needs) =>
  (caller: PatronCaller, { linkId, requestKey }: Parsed<End>): Promise<Answer<End>> =>
    withFamily(async (records) => {
      const at = now();
      const account = await records.account(caller.openid);
      const asked = { key: requestKey, request: `endFamily/${linkId}`, done: account.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<End>> => {
        const link = await records.link(linkId);
        const isSide = link?.card === caller.self.card || link?.by === caller.self.card;
        if (link === null || !isSide) return refuse({ code: 'no-such-link' });
        await records.removeLink(linkId);
        const kept = { ...account, doneRequests: remember({}) };
        await note(records, caller, link, { name: 'endFamily', account: kept, requestKey, at });
        return ok({});
      });
    });
