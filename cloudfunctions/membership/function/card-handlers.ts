import type { Clock } from '../../kernel/clock';
import { keptBriefly } from '../../kernel/kept-briefly';
import type { Handlers } from '../../kernel/serve';
import { auditAlone } from '../../kernel/wechat/cloud-audit';
import type { Database } from '../../kernel/wechat/wx-cloud';
import { cloudCategories } from '../adapters/cloud-categories';
import { cloudPatron } from '../adapters/cloud-patrons';
import { cloudSigningKeys } from '../adapters/cloud-signing-keys';
import { cloudPseudonym, cloudTermRecords } from '../adapters/cloud-term-records';
import { hmacSigner } from '../adapters/hmac-signer';
import type { digitalCardActions } from '../contract/digital-card';
import type { termActions } from '../contract/membership-term';
import { prolongMembership } from '../use-cases/applications/prolong-membership';
import { showMembership } from '../use-cases/applications/show-membership';
import { readShownCode } from '../use-cases/card/read-shown-code';
import { showDigitalCard } from '../use-cases/card/show-digital-card';

/** A hand edit, and a new key, count within a minute. */
const freshMs = 60_000;

/** The digital card, and the membership that stands behind it. */
export const cardHandlers = (
  database: Database,
  now: Clock,
): Handlers<typeof digitalCardActions & typeof termActions> => {
  const categories = keptBriefly(cloudCategories(database), freshMs, now);
  const keys = cloudSigningKeys(database, now);
  const needs = {
    now,
    categories,
    patron: cloudPatron(database),
    pseudonym: cloudPseudonym(database),
    withTerm: cloudTermRecords(database),
    categoryName: async (id: string) =>
      (await categories()).find(({ category }) => category === id)?.name ?? null,
    signer: hmacSigner(keptBriefly(() => keys.known(), freshMs, now)),
    audit: (line: Parameters<typeof auditAlone>[1]) => auditAlone(database, line),
  };
  return {
    membership: showMembership(needs),
    prolongMembership: prolongMembership(needs),
    digitalCard: showDigitalCard(needs),
    readCardCode: readShownCode(needs),
  };
};
