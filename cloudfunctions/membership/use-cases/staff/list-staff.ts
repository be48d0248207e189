import type { StaffCaller } from '../../../kernel/caller';
import type { Outcome } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { staffActions } from '../../contract/staff';
import type { ReadStaff, StaffIdOf } from '../../ports/staff';

type Needs = {
  readonly readStaff: ReadStaff;
  readonly staffIdOf: StaffIdOf;
};

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
