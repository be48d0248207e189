import type { Caller } from '../../../kernel/caller';
import type { Outcome } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { applicationActions } from '../../contract/applications';
import type { ApplicationReads, ReadCategories } from '../../ports/applications';
import { showApplication } from './show-application';

/** The newest application of a WeChat. */
export const showOwnApplication =
  (reads: ApplicationReads, categories: ReadCategories) =>
  async ({ openid }: Caller): Promise<Outcome<typeof applicationActions.application>> => {
    const newest = (await reads.applicant(openid))?.newestApplication ?? null;
    const application = newest === null ? null : await reads.application(newest);
    if (application === null) return ok({ application: null, card: null });
    const card = application.state === 'approved' ? application.card : null;
    return ok({ application: showApplication(application, await categories()), card });
  };
