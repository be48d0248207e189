import type { StaffCaller } from '../../../kernel/caller';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { ok } from '../../../kernel/result';
import type { decisionActions } from '../../contract/decisions';
import type { ApplicationReads, ReadCategories } from '../../ports/applications';
import { nameOf } from './show-application';

type List = typeof decisionActions.applications;

type Needs = {
  readonly reads: ApplicationReads;
  readonly categories: ReadCategories;
};

/** So many stand on one page. */
const perPage = 50;

/** Applications in one state, the longest waiting first. Pages go on at the instant of the last one. */
export const listApplications =
  ({ reads, categories }: Needs) =>
  async (_: StaffCaller, { state, after }: Parsed<List>): Promise<Outcome<List>> => {
    const from = after === undefined ? null : new Date(after);
    const found = await reads.inState(state, from, perPage + 1);
    const known = await categories();
    const following = found[perPage];
    return ok({
      applications: found.slice(0, perPage).map((application) => ({
        applicationId: application.applicationId,
        name: application.name,
        categoryName: nameOf(known, application.category),
        state: application.state,
        isRenewal: application.isRenewal,
        submittedAt: application.submittedAt.getTime(),
      })),
      next: following === undefined ? null : following.submittedAt.getTime(),
    });
  };
