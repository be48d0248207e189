import type { Caller } from '../../../kernel/caller';
import type { Outcome } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { ApplicationReads, ReadCategories } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import { consentVersions } from '../../domain/consent';
import { isOpenToApplicants } from '../../domain/patrons/patron-category';
import { showApplication } from './show-application';

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

/** The newest application of a WeChat. */
export const showOwnApplication =
  (reads: ApplicationReads, categories: ReadCategories) =>
  async ({ openid }: Caller): Promise<Outcome<typeof applicationActions.application>> => {
    const newest = (await reads.applicant(openid))?.newestApplication ?? null;
    const application = newest === null ? null : await reads.application(newest);
    if (application === null) return ok({ application: null });
    return ok({ application: showApplication(application, await categories()) });
  };
