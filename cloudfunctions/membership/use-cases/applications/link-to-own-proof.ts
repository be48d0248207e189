import type { Caller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import type { Answer } from '../../../kernel/serve';
import type { applicationActions } from '../../contract/applications';
import { linkTo, type LinkNeeds } from './link-to-proof';

type Own = typeof applicationActions.proofLink;

/** A link to a file in the caller's own folder. */
export const linkToOwnProof =
  (needs: LinkNeeds) =>
  async ({ openid }: Caller, given: Parsed<Own>): Promise<Answer<Own>> => {
    const applicant = await needs.reads.applicant(openid);
    return linkTo(needs, applicant?.files.find(({ proofId }) => proofId === given.proofId)?.fileId);
  };
