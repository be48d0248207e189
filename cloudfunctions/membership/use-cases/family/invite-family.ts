import { auditLine, byPatron, maskCard } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Output, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import { invitationMs } from '../../domain/card/code';
import { endsAllowed, maskName, mostLinks } from '../../domain/family';
import type { FamilyLink, FamilyReads, WithFamily } from '../../ports/family';
import type { SealOf } from '../../ports/staff';

type Needs = {
  readonly familyReads: FamilyReads;
  readonly withFamily: WithFamily;
  readonly sealOf: SealOf;
  readonly now: Clock;
};
type Invite = typeof familyActions.inviteFamily;
type List = typeof familyActions.familyLinks;

const byEnd = (a: FamilyLink, b: FamilyLink): number =>
  a.endsOn === b.endsOn ? (a.linkId < b.linkId ? -1 : 1) : a.endsOn < b.endsOn ? -1 : 1;

/** Whose loans the caller may see, and who may the caller's. */
export const listFamily =
  ({ familyReads, now }: Needs) =>
  async ({ self }: PatronCaller): Promise<Outcome<List>> => {
    const today = libraryDay(now());
    const links = [...(await familyReads.linksOf(self.card))].sort(byEnd);
    const otherOf = ({ card, by }: FamilyLink) => (card === self.card ? by : card);
    const names = await familyReads.names(links.map(otherOf));
    const shown: Output<List>['links'] = links.map((link) => ({
      linkId: link.linkId,
      whose: link.card === self.card ? 'mine' : 'theirs',
      right: link.right,
      endsOn: link.endsOn,
      hasEnded: link.endsOn < today,
      maskedName: maskName(names.get(otherOf(link)) ?? ''),
      maskedCard: maskCard(otherOf(link)),
    }));
    return ok({ links: shown });
  };

/** Makes out a code that the other side enters to consent. The same request gets the same code while it is open. */
export const inviteFamily =
  ({ familyReads, withFamily, sealOf, now }: Needs) =>
  async ({ self }: PatronCaller, given: Parsed<Invite>): Promise<Answer<Invite>> => {
    const { whose, right, endsOn, requestKey } = given;
    const { card, pseudonym } = self;
    const at = now();
    const allowed = endsAllowed(libraryDay(at));
    if (endsOn < allowed.earliest || endsOn > allowed.latest) return refuse({ code: 'bad-end', ...allowed });
    const halves = [1, 2].map((half) => sealOf(`family/${card}/${requestKey}/${half}`));
    const [first, second] = await Promise.all(halves);
    if (!first || !second) return refuse({ code: 'unavailable' });
    const code = `${first}${second}`;
    const [links, open] = await Promise.all([
      familyReads.linksOf(card),
      familyReads.openInvitations(card, at),
    ]);
    return withFamily(async (records): Promise<Answer<Invite>> => {
      const before = await records.invitation(code);
      const isSame = before?.whose === whose && before.right === right && before.endsOn === endsOn;
      if (before !== null)
        return isSame ? ok({ code, until: before.until }) : refuse({ code: 'invalid-request' });
      if (links.length + open >= mostLinks) return refuse({ code: 'link-limit', limit: mostLinks });
      const until = at.getTime() + invitationMs;
      await records.keepInvitation({ code, card, pseudonym, whose, right, endsOn, requestKey, until });
      const deed = { action: 'membership.inviteFamily', requestKey, at };
      await records.audit(auditLine(byPatron(self), self, deed));
      return ok({ code, until });
    });
  };
