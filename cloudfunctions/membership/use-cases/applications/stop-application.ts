import type { ApplicationRecords } from '../../ports/applications';
import { releaseAll } from '../../domain/applications/applicant';
import { mayBe, withdrawn } from '../../domain/applications/application';
import { applicantLine } from './hand-in';

type Records = Pick<
  ApplicationRecords,
  'applicant' | 'keepApplicant' | 'application' | 'keepApplication' | 'audit'
>;
type Request = { readonly openid: string; readonly requestKey: string; readonly at: Date };

/**
 * Whoever no longer consents to be looked at by staff waits for them no longer: an application that is open is taken
 * back, and everything that was uploaded goes. A membership that was given stays. Source: identity and privacy, 16.
 */
export const stopApplication = async (
  records: Records,
  { openid, requestKey, at }: Request,
): Promise<void> => {
  const applicant = await records.applicant(openid);
  if (applicant === null) return;
  await records.keepApplicant(releaseAll(applicant, at));
  const { newestApplication } = applicant;
  const kept = newestApplication === null ? null : await records.application(newestApplication);
  if (kept === null || !mayBe('withdraw', kept.application.state)) return;
  const { applicationId } = kept.application;
  await records.keepApplication({ ...kept, application: withdrawn(kept.application, at) });
  await records.audit(applicantLine(applicant, 'withdrawApplication', applicationId, requestKey, at));
};
