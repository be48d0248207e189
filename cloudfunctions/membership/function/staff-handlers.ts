import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { Handlers } from '../../kernel/serve';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudCardReads } from '../adapters/cloud-card-records';
import { cloudCategories } from '../adapters/cloud-categories';
import { cloudSigningKeys } from '../adapters/cloud-signing-keys';
import { cloudDesk, cloudReadStaff, cloudStaff } from '../adapters/cloud-staff';
import { codeSeals, staffIdOf } from '../adapters/code-seals';
import { hmacSigner } from '../adapters/hmac-signer';
import type { deskCodeActions, staffActions } from '../contract/staff';
import { becomeStaff } from '../use-cases/staff/become-staff';
import { bindByDeskCode } from '../use-cases/card/bind-by-desk-code';
import { issueDeskCode } from '../use-cases/card/issue-desk-code';
import { inviteStaff } from '../use-cases/staff/invite-staff';
import { listStaff } from '../use-cases/staff/list-staff';
import { removeStaff } from '../use-cases/staff/remove-staff';

/** A hand edit, and a new key, count within a minute. */
const freshMs = 60_000;

/** Desk codes, and who is staff. */
export const staffHandlers = (
  database: Database,
  now: Clock,
): Handlers<typeof deskCodeActions & typeof staffActions> => {
  const categories = keptBriefly(cloudCategories(database), freshMs, now);
  const keys = cloudSigningKeys(database, now);
  const needs = {
    now,
    reads: cloudCardReads(database, now),
    withDesk: cloudDesk(database, now),
    withStaff: cloudStaff(database),
    readStaff: cloudReadStaff(database),
    sealOf: codeSeals(hmacSigner(keptBriefly(() => keys.known(), freshMs, now))),
    staffIdOf,
    categoryName: async (id: string) =>
      (await categories()).find(({ category }) => category === id)?.name ?? null,
  };
  return {
    issueDeskCode: issueDeskCode(needs),
    bindByDeskCode: bindByDeskCode(needs),
    becomeStaff: becomeStaff(needs),
    staffMembers: listStaff(needs),
    inviteStaff: inviteStaff(needs),
    removeStaff: removeStaff(needs),
  };
};
