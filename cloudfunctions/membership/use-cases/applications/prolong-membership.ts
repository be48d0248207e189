import { auditLine, byPatron } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { termActions } from '../../contract/membership-term';
import { decideTerm } from '../../domain/patrons/membership-term';
import type { ReadCategories } from '../../ports/applications';
import type { WithTerm } from '../../ports/digital-card';

type Prolong = typeof termActions.prolongMembership;

type Needs = {
  readonly categories: ReadCategories;
  readonly withTerm: WithTerm;
  readonly now: Clock;
};

/** Prolongs a membership by one term where its category allows that; once for each request. */
export const prolongMembership =
  ({ categories, withTerm, now }: Needs) =>
  async ({ self, openid }: PatronCaller, { requestKey }: Parsed<Prolong>): Promise<Answer<Prolong>> => {
    const known = await categories();
    return withTerm(async (records) => {
      const at = now();
      const done = await records.doneRequests(openid);
      const asked = { key: requestKey, request: 'prolongMembership', done, at };
      return once(asked, async (remember): Promise<Answer<Prolong>> => {
        const patron = await records.patron(self.card);
        const category = known.find((one) => one.category === patron?.category);
        if (patron === null || category === undefined) return refuse({ code: 'not-prolonged-here' });
        const decision = decideTerm(patron, category, libraryDay(at));
        if (!decision.granted) return refuse(decision.reason);
        const answer = { endsOn: decision.endsOn };
        await records.prolong(self.card, patron.category, decision.endsOn);
        await records.keepDoneRequests(openid, remember(answer));
        const deed = { action: 'membership.prolongMembership', requestKey, at };
        await records.audit(auditLine(byPatron(self), self, deed));
        return ok(answer);
      });
    });
  };
