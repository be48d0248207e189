import type { Caller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { ApplicationRecords } from '../../ports/applications';
import type { applicationActions } from '../../contract/applications';
import { mayBe, stepTo } from '../../domain/applications/application';
import type { PatronCategory } from '../../domain/patrons/patron-category';
import {
  applicantFor,
  askedIn,
  complete,
  filledIn,
  handIn,
  type Complete,
  type HandInNeeds,
} from './hand-in';
import { handedInBefore } from './handed-in-before';

type Correct = typeof applicationActions.correctApplication;
type Wish = {
  readonly openid: string;
  readonly applicationId: string;
  readonly given: Complete;
  readonly categories: readonly PatronCategory[];
};

const requestOf = (applicationId: string, asked: string): string =>
  `correctApplication/${applicationId}/${asked}`;

const correctWithin =
  ({ newName, now: clock }: HandInNeeds, { openid, applicationId, given, categories }: Wish) =>
  async (records: ApplicationRecords): Promise<Answer<Correct>> => {
    const now = clock();
    const applicant = await applicantFor(records, openid, newName);
    const request = requestOf(applicationId, given.asked);
    const asked = { key: given.requestKey, request, done: applicant.doneRequests, at: now };
    return once(asked, async (remember): Promise<Answer<Correct>> => {
      const kept = await records.application(applicationId);
      if (kept?.application.openid !== openid) return refuse({ code: 'no-such-application' });
      const { state } = kept.application;
      if (!mayBe('correct', state)) return refuse({ code: 'already-decided', state });
      const filled = filledIn(kept.application, applicant, given, now);
      if (filled === null) return refuse({ code: 'no-such-proof' });
      const application = { ...stepTo(filled, 'submitted', now), submittedAt: now, decidedAt: null };
      const action = 'correctApplication';
      const handedIn = { application, applicant, given, action, categories, remember } as const;
      return ok(await handIn(records, handedIn, now));
    });
  };

/** Changes an application that was not decided for; it waits for staff again. */
export const correctApplication =
  (needs: HandInNeeds) =>
  async ({ openid }: Caller, given: Parsed<Correct>): Promise<Answer<Correct>> => {
    const { applicationId } = given;
    const request = requestOf(applicationId, askedIn(given));
    const before = await handedInBefore(needs, openid, given.requestKey, request);
    if (before !== null) return before;
    const completed = await complete(needs, given);
    if ('reasons' in completed) return refuse(...completed.reasons);
    const { complete: filled, categories } = completed;
    return needs.withApplications(correctWithin(needs, { openid, applicationId, given: filled, categories }));
  };
