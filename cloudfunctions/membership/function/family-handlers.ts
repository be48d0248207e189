import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { Handlers } from '../../kernel/serve';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudFamily, cloudFamilyReads, linkIdOf } from '../adapters/cloud-family';
import { cloudSigningKeys } from '../adapters/cloud-signing-keys';
import { codeSeals } from '../adapters/code-seals';
import { hmacSigner } from '../adapters/hmac-signer';
import type { familyActions } from '../contract/family';
import { acceptFamily } from '../use-cases/family/accept-family';
import { endFamily } from '../use-cases/family/end-family';
import { showInvitation } from '../use-cases/family/show-invitation';
import { inviteFamily } from '../use-cases/family/invite-family';
import { listFamily } from '../use-cases/family/list-family';

/** A new key counts within a minute. */
const freshMs = 60_000;

/** Links between the cards of a family. */
export const familyHandlers = (database: Database, now: Clock): Handlers<typeof familyActions> => {
  const keys = cloudSigningKeys(database, now);
  const needs = {
    now,
    linkIdOf,
    familyReads: cloudFamilyReads(database, now),
    withFamily: cloudFamily(database, now),
    sealOf: codeSeals(hmacSigner(keptBriefly(() => keys.known(), freshMs, now))),
  };
  return {
    familyLinks: listFamily(needs),
    inviteFamily: inviteFamily(needs),
    familyInvitation: showInvitation(needs),
    acceptFamily: acceptFamily(needs),
    endFamily: endFamily(needs),
  };
};
