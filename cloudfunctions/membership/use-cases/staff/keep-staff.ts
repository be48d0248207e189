import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { staffActions } from '../../contract/staff';
import { invitationMs } from '../../domain/card/code';
import type { ReadStaff, SealOf, StaffIdOf, StaffMember, StaffRecords, WithStaff } from '../../ports/staff';

type Needs = {
  readonly readStaff: ReadStaff;
  readonly withStaff: WithStaff;
  readonly staffIdOf: StaffIdOf;
  readonly sealOf: SealOf;
  readonly now: Clock;
};
type Invite = typeof staffActions.inviteStaff;
type Remove = typeof staffActions.removeStaff;

/** Everybody who is staff, admins first. */
export const listStaff =
  ({ readStaff, staffIdOf }: Needs) =>
  async ({ openid: own }: StaffCaller): Promise<Outcome<typeof staffActions.staffMembers>> => {
    const members = [...(await readStaff())].sort((a, b) => (a.role < b.role ? -1 : 1));
    return ok({
      members: members.map(({ openid, name, role }) => ({
        staffId: staffIdOf(openid),
        name,
        role,
        isSelf: openid === own,
      })),
    });
  };

/** Makes out a code for somebody who is to be staff; the same request gets the same code, used or not. */
export const inviteStaff =
  ({ withStaff, sealOf, now }: Needs) =>
  async (caller: StaffCaller, { role, requestKey }: Parsed<Invite>): Promise<Answer<Invite>> => {
    const at = now();
    const halves = [1, 2].map((half) => sealOf(`staff/${caller.openid}/${requestKey}/${half}`));
    const [first, second] = await Promise.all(halves);
    if (!first || !second) return refuse({ code: 'no-key' });
    const code = `${first}${second}`;
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
      const asked = { key: requestKey, request: `removeStaff/${staffId}`, done: self.doneRequests, at };
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
