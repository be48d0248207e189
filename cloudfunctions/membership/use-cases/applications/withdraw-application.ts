import type { Caller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { ApplicationRecords, ReadCategories, WithApplications } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import { releaseProofs } from '../../domain/applications/applicant';
import { mayBe, withdrawn } from '../../domain/applications/application';
import type { PatronCategory } from '../../domain/patrons/patron-category';
import { applicantLine } from './hand-in';
import { showApplication } from './show-application';

type Withdraw = typeof applicationActions.withdrawApplication;
type Needs = {
  readonly withApplications: WithApplications;
  readonly categories: ReadCategories;
  readonly now: Clock;
};

const withdrawWithin =
  (
    openid: string,
    { applicationId, requestKey }: Parsed<Withdraw>,
    categories: readonly PatronCategory[],
    now: Date,
  ) =>
  async (records: ApplicationRecords): Promise<Answer<Withdraw>> => {
    const applicant = await records.applicant(openid);
    if (applicant === null) return refuse({ code: 'no-such-application' });
    const request = `withdrawApplication/${applicationId}`;
    const asked = { key: requestKey, request, done: applicant.doneRequests, at: now };
    return once(asked, async (remember): Promise<Answer<Withdraw>> => {
      const kept = await records.application(applicationId);
      if (kept?.application.openid !== openid) return refuse({ code: 'no-such-application' });
      const { state } = kept.application;
      if (!mayBe('withdraw', state)) return refuse({ code: 'already-decided', state });
      const application = withdrawn(kept.application, now);
      const answer = { application: showApplication(application, categories) };
      const released = releaseProofs(applicant, applicationId, now);
      await records.keepApplication({ ...kept, application });
      await records.keepApplicant({ ...released, doneRequests: remember(answer) });
      await records.audit(applicantLine(applicant, 'withdrawApplication', applicationId, requestKey, now));
      return ok(answer);
    });
  };

/** Takes an application back; its proofs go at once. */
export const withdrawApplication =
  ({ withApplications, categories, now }: Needs) =>
  async ({ openid }: Caller, given: Parsed<Withdraw>): Promise<Answer<Withdraw>> => {
    const known = await categories();
    return withApplications(withdrawWithin(openid, given, known, now()));
  };
