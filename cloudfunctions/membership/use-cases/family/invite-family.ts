import { auditLine, byPatron } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { familyActions } from '../../contract/family';
import { invitationMs } from '../../domain/card/code';
import { endsAllowed, mostLinks } from '../../domain/family';
import type { FamilyReads, WithFamily } from '../../ports/family';
import type { SealOf } from '../../ports/staff';
import { sealedCode } from '../card/sealed-code';
import { countLinks } from './count-links';

type Needs = {
  readonly familyReads: FamilyReads;
  readonly withFamily: WithFamily;
  readonly sealOf: SealOf;
  readonly now: Clock;
};

type Invite = typeof familyActions.inviteFamily;

/** Makes out a code that the other side enters to consent. The same request gets the same code. */
export const inviteFamily =
  ({ familyReads, withFamily, sealOf, now }: Needs) =>
  async ({ openid, self }: PatronCaller, given: Parsed<Invite>): Promise<Answer<Invite>> => {
    const { whose, right, endsOn, requestKey } = given;
    const { card, pseudonym } = self;
    const at = now();
    const allowed = endsAllowed(libraryDay(at));
    if (endsOn < allowed.earliest || endsOn > allowed.latest) return refuse({ code: 'bad-end', ...allowed });
    const code = await sealedCode(sealOf, `family/${card}/${requestKey}`);
    if (code === null) return refuse({ code: 'no-key' });
    const request = `inviteFamily/${whose}/${right}/${endsOn}`;
    return withFamily(async (records): Promise<Answer<Invite>> => {
      const wechatAccount = await records.wechatAccount(openid);
      const asked = { key: requestKey, request, done: wechatAccount.doneRequests, at };
      return once(asked, async (remember): Promise<Answer<Invite>> => {
        if ((await countLinks(familyReads, card, at)) >= mostLinks)
          return refuse({ code: 'link-limit', limit: mostLinks });
        const until = at.getTime() + invitationMs;
        await records.keepInvitation({ code, card, pseudonym, whose, right, endsOn, requestKey, until });
        await records.keepWechatAccount(openid, {
          ...wechatAccount,
          doneRequests: remember({ code, until }),
        });
        const deed = { action: 'membership.inviteFamily', requestKey, at };
        await records.audit(auditLine(byPatron(self), self, deed));
        return ok({ code, until });
      });
    });
  };
