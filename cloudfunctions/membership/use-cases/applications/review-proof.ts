import { auditLine, byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import { refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { decisionActions } from '../../contract/decisions';
import { holds } from '../../domain/consent';
import type { Audit } from '../../ports/binding';
import { noSuchProof, linkTo, type LinkNeeds } from './link-to-proof';

type Review = typeof decisionActions.reviewProof;

/** A link to a proof that an application shows, as long as its applicant consents to that; that staff looked at it is noted first. */
export const reviewProof =
  (needs: LinkNeeds & { readonly audit: Audit }) =>
  async (staff: StaffCaller, given: Parsed<Review>): Promise<Answer<Review>> => {
    const application = await needs.reads.application(given.applicationId);
    if (application === null) return refuse({ code: 'no-such-application' });
    const { openid } = application;
    const [applicant, consents] = await Promise.all([
      needs.reads.applicant(openid),
      needs.reads.consents(openid),
    ]);
    if (!holds(consents, 'online-membership')) return refuse({ code: 'consent-taken-back' });
    const proof = application.proofs.find(({ proofId }) => proofId === given.proofId);
    if (proof === undefined) return noSuchProof();
    const about = { pseudonym: applicant?.pseudonym ?? null, card: null };
    const deed = { action: 'membership.reviewProof', target: given.applicationId, at: needs.now() };
    await needs.audit(auditLine(byStaff(staff), about, deed));
    return linkTo(needs, proof.fileId);
  };
