import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { decisionActions } from '../../contract/decisions';
import type { ApplicationReads, ReadCategories } from '../../ports/applications';
import type { Audit } from '../../ports/binding';
import { showApplication } from './show-application';

type Review = typeof decisionActions.reviewApplication;

type Needs = {
  readonly reads: ApplicationReads;
  readonly categories: ReadCategories;
  readonly audit: Audit;
  readonly now: Clock;
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
