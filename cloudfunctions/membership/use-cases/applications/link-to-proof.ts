import { auditLine, byStaff } from '../../../kernel/audit';
import type { Caller, StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { ApplicationReads, FileStore } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import type { decisionActions } from '../../contract/decisions';
import { proofLinkSeconds } from '../../domain/applications/proof';
import type { Audit } from '../../ports/binding';

type Own = typeof applicationActions.proofLink;
type Review = typeof decisionActions.reviewProof;
type Needs = { readonly reads: ApplicationReads; readonly files: FileStore; readonly now: Clock };

const noSuchProof = () => refuse({ code: 'no-such-proof' as const });

/** The link is made for this one look and kept nowhere. */
const linkTo = async ({ files, now }: Needs, fileId: string | null | undefined) => {
  const url = fileId ? await files.link(fileId, proofLinkSeconds) : null;
  return url === null ? noSuchProof() : ok({ url, endsAt: now().getTime() + proofLinkSeconds * 1000 });
};

/** A link to a file in the caller's own folder. */
export const linkToOwnProof =
  (needs: Needs) =>
  async ({ openid }: Caller, given: Parsed<Own>): Promise<Answer<Own>> => {
    const applicant = await needs.reads.applicant(openid);
    return linkTo(needs, applicant?.files.find(({ proofId }) => proofId === given.proofId)?.fileId);
  };

/** A link to a proof that an application shows; that staff looked at it is noted first. */
export const reviewProof =
  (needs: Needs & { readonly audit: Audit }) =>
  async (staff: StaffCaller, given: Parsed<Review>): Promise<Answer<Review>> => {
    const application = await needs.reads.application(given.applicationId);
    if (application === null) return refuse({ code: 'no-such-application' });
    const proof = application.proofs.find(({ proofId }) => proofId === given.proofId);
    if (proof === undefined) return noSuchProof();
    const applicant = await needs.reads.applicant(application.openid);
    const about = { pseudonym: applicant?.pseudonym ?? null, card: null };
    const deed = { action: 'membership.reviewProof', target: given.applicationId, at: needs.now() };
    await needs.audit(auditLine(byStaff(staff), about, deed));
    return linkTo(needs, proof.fileId);
  };
