import { auditLine, byPatron } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import { invitationMs } from '../../domain/card/code';
import { endsAllowed, mostLinks } from '../../domain/family';
import type { FamilyReads, WithFamily } from '../../ports/family';
import type { SealOf } from '../../ports/staff';

type Needs = {
  readonly familyReads: FamilyReads;
  readonly withFamily: WithFamily;
  readonly sealOf: SealOf;
  readonly now: Clock;
};

type Invite = typeof familyActions.inviteFamily;

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
