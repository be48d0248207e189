import type { Clock } from '../../../kernel/clock';
import type { ApplicationReads, FileStore, WithApplications } from '../../ports/applications';
import { removable, withoutPaths, type Applicant } from '../../domain/applications/applicant';
import { removeStored } from './remove-stored';

type Needs = {
  readonly reads: ApplicationReads;
  readonly withApplications: WithApplications;
  readonly files: FileStore;
  readonly now: Clock;
};

/** So many applicants in a step, a few seconds' work. */
const perStep = 40;

/** First the files, then what tells of them: cut off between the two, it is done again. */
const clearApplicant = async (needs: Needs, applicant: Applicant, now: Date): Promise<void> => {
  const going = removable(applicant, now);
  await removeStored(needs.files, going);
  const paths = new Set(going.map(({ path }) => path));
  const gone = new Set(applicant.files.filter(({ path }) => paths.has(path)).map(({ proofId }) => proofId));
  const shownBy = new Set(
    applicant.files.flatMap(({ path, applicationId }) => (paths.has(path) ? (applicationId ?? []) : [])),
  );
  await needs.withApplications(async (records) => {
    const current = await records.applicant(applicant.openid);
    if (current !== null) await records.keepApplicant(withoutPaths(current, paths));
    for (const id of shownBy) {
      const kept = await records.application(id);
      if (kept === null) continue;
      const proofs = kept.application.proofs.filter(({ proofId }) => !gone.has(proofId));
      await records.keepApplication({ ...kept, application: { ...kept.application, proofs } });
    }
  });
};

/** Timed work: removes proofs whose time is over, and parts and files that came to nothing. */
export const clearProofs = (needs: Needs) => async (): Promise<void | 'more'> => {
  const now = needs.now();
  const applicants = await needs.reads.toClear(now, perStep);
  for (const applicant of applicants) await clearApplicant(needs, applicant, now);
  return applicants.length === perStep ? 'more' : undefined;
};
