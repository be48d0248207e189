import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { ApplicationReads, ReadCategories } from '../../ports/applications';
import type { decisionActions } from '../../contract/decisions';
import type { Audit } from '../../ports/binding';
import { nameOf, showApplication } from './show-application';

type List = typeof decisionActions.applications;
type Review = typeof decisionActions.reviewApplication;
type Needs = {
  readonly reads: ApplicationReads;
  readonly categories: ReadCategories;
  readonly audit: Audit;
  readonly now: Clock;
};

/** So many stand on one page. */
const perPage = 50;

/** Applications in one state, the longest waiting first. Pages go on at the instant of the last one. */
export const listApplications =
  ({ reads, categories }: Pick<Needs, 'reads' | 'categories'>) =>
  async (_: StaffCaller, { state, after }: Parsed<List>): Promise<Outcome<List>> => {
    const from = after === undefined ? null : new Date(after);
    const found = await reads.inState(state, from, perPage + 1);
    const known = await categories();
    const following = found[perPage];
    return ok({
      applications: found.slice(0, perPage).map((application) => ({
        applicationId: application.applicationId,
        name: application.name,
        categoryName: nameOf(known, application.category),
        state: application.state,
        isRenewal: application.isRenewal,
        submittedAt: application.submittedAt.getTime(),
      })),
      next: following === undefined ? null : following.submittedAt.getTime(),
    });
  };

/** One application whole; that staff looked at it is noted first. */
export const reviewApplication =
  ({ reads, categories, audit, now }: Needs) =>
  async (staff: StaffCaller, { applicationId }: Parsed<Review>): Promise<Outcome<Review>> => {
    const application = await reads.application(applicationId);
    if (application === null) return refuse({ code: 'no-such-application' });
    const applicant = await reads.applicant(application.openid);
    const about = { pseudonym: applicant?.pseudonym ?? null, card: null };
    const deed = { action: 'membership.reviewApplication', target: applicationId, at: now() };
    await audit(auditLine(byStaff(staff), about, deed));
    return ok({ application: showApplication(application, await categories()) });
  };
