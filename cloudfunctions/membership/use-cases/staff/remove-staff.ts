import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { staffActions } from '../../contract/staff';
import type { ReadStaff, StaffIdOf, StaffMember, StaffRecords, WithStaff } from '../../ports/staff';

type Needs = {
  readonly readStaff: ReadStaff;
  readonly withStaff: WithStaff;
  readonly staffIdOf: StaffIdOf;
  readonly now: Clock;
};

type Remove = typeof staffActions.removeStaff;

/** How many of these are admins still, inside the transaction; two removals at once never count the same ones. */
const adminsAmong = async (
  records: StaffRecords,
  members: readonly StaffMember[],
  at: Date,
): Promise<number> => {
  const now = await Promise.all(members.map(({ openid }) => records.member(openid)));
  const admins = now.filter((member) => member?.role === 'admin');
  for (const admin of admins) if (admin !== null) await records.countAdmin(admin.openid, at);
  return admins.length;
};

/** Takes a member's role away; the last admin keeps it. */
export const removeStaff =
  ({ readStaff, withStaff, staffIdOf, now }: Needs) =>
  async (caller: StaffCaller, { staffId, reason, requestKey }: Parsed<Remove>): Promise<Answer<Remove>> => {
    const at = now();
    const members = await readStaff();
    const openid = members.find((one) => staffIdOf(one.openid) === staffId)?.openid;
    const others = members.filter((one) => one.role === 'admin' && one.openid !== openid);
    return withStaff(async (records): Promise<Answer<Remove>> => {
      const self = await records.member(caller.openid);
      if (self?.role !== 'admin') return refuse({ code: 'forbidden' });
      const asked = {
        key: requestKey,
        request: `removeStaff/${staffId}/${reason}`,
        done: self.doneRequests,
        at,
      };
      return once(asked, async (remember): Promise<Answer<Remove>> => {
        const member = openid === undefined ? null : await records.member(openid);
        if (member === null) return refuse({ code: 'no-such-member' });
        const isLast = member.role === 'admin' && (await adminsAmong(records, others, at)) === 0;
        if (isLast) return refuse({ code: 'last-admin' });
        await records.keepMember({ ...self, doneRequests: remember({}) });
        await records.removeMember(member.openid);
        const deed = { action: 'membership.removeStaff', target: staffId, reason, requestKey, at };
        await records.audit(auditLine(byStaff(caller), null, deed));
        return ok({});
      });
    });
  };
