import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import type { PatronIdentity } from '../../../kernel/person';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import { normalCode } from '../../domain/card/code';
import { mostLinks } from '../../domain/family';
import type { FamilyInvitation, FamilyLink, FamilyReads, LinkIdOf, WithFamily } from '../../ports/family';
import { countLinks } from './count-links';
import { linkedMessage } from './family-messages';
import { noteLink } from './note-link';
import { invitationOf } from './open-invitation';

type Needs = {
  readonly familyReads: FamilyReads;
  readonly withFamily: WithFamily;
  readonly linkIdOf: LinkIdOf;
  readonly now: Clock;
};

type Accept = typeof familyActions.acceptFamily;

const linkFrom = (
  { card, pseudonym, whose, right, endsOn }: FamilyInvitation,
  self: PatronIdentity,
  linkIdOf: LinkIdOf,
  since: Date,
): FamilyLink => {
  const inviter = { card, pseudonym };
  const [seen, by] = whose === 'mine' ? [inviter, self.card] : [self, card];
  return { linkId: linkIdOf(seen.card, by), ...seen, by, right, endsOn, since };
};

/** Consents to what a code offers, which is used up. */
export const acceptFamily =
  ({ familyReads, withFamily, linkIdOf, now }: Needs) =>
  async (caller: PatronCaller, { code, requestKey }: Parsed<Accept>): Promise<Answer<Accept>> => {
    const at = now();
    const { card } = caller.self;
    const name = (await familyReads.names([card])).get(card) ?? '';
    return withFamily(async (records) => {
      const wechatAccount = await records.wechatAccount(caller.openid);
      const request = `acceptFamily/${normalCode(code)}`;
      const asked = { key: requestKey, request, done: wechatAccount.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<Accept>> => {
        const found = await invitationOf(records, caller, code, at);
        if ('refusal' in found) return refuse(found.refusal);
        if ((await countLinks(familyReads, caller.self.card, at)) >= mostLinks)
          return refuse({ code: 'link-limit', limit: mostLinks });
        const link = linkFrom(found.invitation, caller.self, linkIdOf, at);
        await records.removeInvitation(found.invitation.code);
        await records.keepLink(link);
        await records.tell(linkedMessage(link, { card, name }));
        const answer = { linkId: link.linkId };
        const kept = { ...wechatAccount, doneRequests: remember(answer) };
        await noteLink(records, caller, link, { name: 'acceptFamily', wechatAccount: kept, requestKey, at });
        return ok(answer);
      });
    });
  };
