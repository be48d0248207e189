import { say } from '../../platform/notify';
import { showLinkedDocument, showPicture } from '../../platform/proof-files';
import { codeOf } from '../../stores/failure';
import { linkToProof } from '../../stores/index';
import type { ProofLink } from '../../stores/membership/proof-link';
import { applicationFormWording } from '../../wording/zh-CN/membership/application-form';
import { failureWording } from '../../wording/zh-CN/failures';

/** Shows what a link leads to: a picture, or a PDF that is fetched first. */
export async function showLinked({ url, isPicture }: ProofLink): Promise<void> {
  if (isPicture) showPicture(url);
  else if (!(await showLinkedDocument(url))) say(applicationFormWording.notShown);
}

/** Shows a proof that the library has already, through a link of ten minutes that is not kept. */
export async function showSentProof(proofId: string, isPicture: boolean): Promise<void> {
  const reply = await linkToProof(proofId);
  if (reply.ok) await showLinked({ url: reply.value.url, isPicture });
  else say(failureWording('membership.proofLink', codeOf(reply)).title);
}
