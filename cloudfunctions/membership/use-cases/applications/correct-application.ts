import type { Caller } from '../../../kernel/caller';
import type { Parsed, Reason } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { applicationActions } from '../../contract/applications';
import { mayBe, stepTo } from '../../domain/applications/application';
import { handIn, type HandInNeeds, type Wish } from './hand-in';

type Correct = typeof applicationActions.correctApplication;

/** The application as it waits for staff again. */
const opened =
  (applicationId: string, openid: string): Wish<Reason<Correct>>['open'] =>
  async (records, _applicant, _categories, now) => {
    const kept = await records.application(applicationId);
    if (kept?.application.openid !== openid) return refuse({ code: 'no-such-application' });
    const { state } = kept.application;
    if (!mayBe('correct', state)) return refuse({ code: 'already-decided', state });
    return ok({ ...stepTo(kept.application, 'submitted', now), submittedAt: now, decidedAt: null });
  };

/** Changes an application that was not decided for; it waits for staff again. */
export const correctApplication =
  (needs: HandInNeeds) =>
  async ({ openid }: Caller, given: Parsed<Correct>): Promise<Answer<Correct>> => {
    const { applicationId: target } = given;
    return handIn(needs, {
      openid,
      given,
      action: 'correctApplication',
      target,
      open: opened(target, openid),
    });
  };
