import type { Outcome } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { applicationActions } from '../../contract/applications';
import { consentVersions } from '../../domain/consent';
import { isOpenToApplicants } from '../../domain/patrons/patron-category';
import type { ReadCategories } from '../../ports/applications';

/** The categories that one can apply for, in the library's order. */
export const listOnlineCategories =
  (categories: ReadCategories) => async (): Promise<Outcome<typeof applicationActions.onlineCategories>> => {
    const open = (await categories()).filter(isOpenToApplicants);
    return ok({
      categories: open.map(({ category, name, membershipDays, loanLimit, holdLimit, rights, proof }) => ({
        category,
        name,
        membershipDays,
        loanLimit,
        holdLimit,
        rights: [...rights],
        proof,
      })),
      consentVersion: consentVersions['online-membership'],
    });
  };
