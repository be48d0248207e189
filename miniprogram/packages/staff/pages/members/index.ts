import { failureNote } from '../../../../format/block-notes';
import { instantLabel } from '../../../../format/day-labels';
import { codeInFours } from '../../../../format/short-code';
import { libraryDayOf } from '../../../../platform/clock';
import { endPull } from '../../../../platform/navigate';
import { askFirst, say } from '../../../../platform/notify';
import { StorePage } from '../../../../platform/store-page';
import type { Tap } from '../../../../platform/tap';
import { openStaffMembers } from '../../../../stores/index';
import type { StaffMember, StaffMembers } from '../../../../stores/staff/staff-members';
import { failureActions } from '../../../../wording/zh-CN/failures';
import { staffMembersWording } from '../../../../wording/zh-CN/staff/staff-page';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

const nameOf = ({ name }: StaffMember): string => name ?? staffMembersWording.noName;
const membersOf = ({ list }: StaffMembers) => list.value?.members ?? [];

StorePage({
  store: openStaffMembers,
  fields: {
    status: ({ list }) => list.status,
    failure: ({ list }) => failureNote('membership.staffMembers', list.failure),
    members: (store) =>
      membersOf(store).map((member) => ({
        staffId: member.staffId,
        name: member.isSelf ? `${nameOf(member)}${staffMembersWording.self}` : nameOf(member),
        role: staffMembersWording.roles[member.role],
        canBeRemoved: !member.isSelf,
      })),
    reason: (store) => store.reason,
    isInviting: ({ inviting }) => inviting.isBusy,
    inviteFailure: ({ inviting }) => failureNote('membership.inviteStaff', inviting.failure),
    removeFailure: ({ removing }) => failureNote('membership.removeStaff', removing.failure),
    invitation: ({ invitation, list }) =>
      invitation && {
        code: codeInFours(invitation.code),
        until: staffMembersWording.until(instantLabel(invitation.until, libraryDayOf(list))),
      },
  },
  data: { wording: staffMembersWording, actions: failureActions, members: [], reason: '', invitation: null },
  methods: {
    onShow() {
      this.load();
    },
    async onPullDownRefresh() {
      await this.store.list.load();
      endPull();
    },
    load() {
      void this.store.list.load();
    },
    typeReason({ detail }: Typed) {
      this.store.typeReason(detail.value);
    },
    invite({ currentTarget }: Tap<{ role: StaffMember['role'] }>) {
      void this.store.invite(currentTarget.dataset.role);
    },
    async remove({ currentTarget }: Tap<{ staffId: string }>) {
      const { staffId } = currentTarget.dataset;
      const member = membersOf(this.store).find((each) => each.staffId === staffId);
      if (member === undefined) return;
      if (this.store.reason.trim() === '') return say(staffMembersWording.needsReason);
      if (!(await askFirst(staffMembersWording.askRemove(nameOf(member)), staffMembersWording.remove)))
        return;
      if (await this.store.remove(staffId)) say(staffMembersWording.removed);
    },
  },
});
