import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import type { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';

type Sources = { readonly call: Call; readonly keys: RequestKeys };
export type StaffMember = Output<ActionOf<'membership.staffMembers'>>['members'][number];

/** Everybody who is staff, as an admin sees and changes it. */
export class StaffMembers {
  /** Why somebody is removed; it stands in the audit log. */
  reason = '';
  invitation: Output<ActionOf<'membership.inviteStaff'>> | null = null;
  readonly list: RemoteValue<'membership.staffMembers'>;
  readonly inviting: Deed<'membership.inviteStaff'>;
  readonly removing: Deed<'membership.removeStaff'>;

  constructor(sources: Sources, list: RemoteValue<'membership.staffMembers'>) {
    this.list = list;
    this.inviting = new Deed(sources, 'membership.inviteStaff');
    this.removing = new Deed(sources, 'membership.removeStaff');
    makeAutoObservable(
      this,
      { list: false, inviting: false, removing: false, invitation: observable.ref },
      { autoBind: true },
    );
  }

  typeReason(text: string): void {
    this.reason = text;
  }

  /** Makes out a code for somebody who is to have this role. */
  async invite(role: StaffMember['role']): Promise<void> {
    const invitation = await this.inviting.run({ role });
    runInAction(() => {
      if (invitation !== null) this.invitation = invitation;
    });
  }

  /** Takes somebody's role away for the reason that was typed; @returns whether it is gone. */
  async remove(staffId: string): Promise<boolean> {
    const removed = await this.removing.run({ staffId, reason: this.reason.trim() });
    if (removed === null) return false;
    runInAction(() => {
      this.reason = '';
    });
    await this.list.load();
    return true;
  }
}
