import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { decisionActions } from '../../contract/decisions';
import type { ApplicationReads, ReadCategories } from '../../ports/applications';
import type { Audit } from '../../ports/binding';
import { holds } from '../../domain/consent';
import { showApplication } from './show-application';

type Review = typeof decisionActions.reviewApplication;

type Needs = {
  readonly reads: ApplicationReads;
  readonly categories: ReadCategories;
  readonly audit: Audit;
  readonly now: Clock;
};

/** One application whole, as long as its applicant consents to that; that staff looked at it is noted first. */
export const reviewApplication =
  ({ reads, categories, audit, now }: Needs) =>
  async (staff: StaffCaller, { applicationId }: Parsed<Review>): Promise<Outcome<Review>> => {
    const application = await reads.application(applicationId);
    if (application === null) return refuse({ code: 'no-such-application' });
    const { openid } = application;
    const [applicant, consents] = await Promise.all([reads.applicant(openid), reads.consents(openid)]);
    if (!holds(consents, 'online-membership')) return refuse({ code: 'consent-taken-back' });
    const about = { pseudonym: applicant?.pseudonym ?? null, card: null };
    const deed = { action: 'membership.reviewApplication', target: applicationId, at: now() };
    await audit(auditLine(byStaff(staff), about, deed));
    return ok({ application: showApplication(application, await categories()) });
  };
