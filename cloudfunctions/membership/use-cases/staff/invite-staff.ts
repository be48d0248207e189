import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { staffActions } from '../../contract/staff';
import { invitationMs } from '../../domain/card/code';
import type { SealOf, WithStaff } from '../../ports/staff';
import { sealedCode } from '../card/sealed-code';

type Needs = {
  readonly withStaff: WithStaff;
  readonly sealOf: SealOf;
  readonly now: Clock;
};

type Invite = typeof staffActions.inviteStaff;

/** Makes out a code for somebody who is to be staff; the same request gets the same code, used or not. */
export const inviteStaff =
  ({ withStaff, sealOf, now }: Needs) =>
  async (caller: StaffCaller, { role, requestKey }: Parsed<Invite>): Promise<Answer<Invite>> => {
    const at = now();
    const code = await sealedCode(sealOf, `staff/${caller.openid}/${requestKey}`);
    if (code === null) return refuse({ code: 'no-key' });
    return withStaff(async (records): Promise<Answer<Invite>> => {
      const self = await records.member(caller.openid);
      if (self?.role !== 'admin') return refuse({ code: 'forbidden' });
      const asked = { key: requestKey, request: `inviteStaff/${role}`, done: self.doneRequests, at };
      const until = await once<number, never>(asked, async (remember) => {
        const end = at.getTime() + invitationMs;
        await records.keepStaffCode(code, { role, until: end }, caller.openid);
        await records.keepMember({ ...self, doneRequests: remember(end) });
        const deed = { action: 'membership.inviteStaff', target: role, requestKey, at };
        await records.audit(auditLine(byStaff(caller), null, deed));
        return ok(end);
      });
      return until.ok ? ok({ code, until: until.value }) : until;
    });
  };
