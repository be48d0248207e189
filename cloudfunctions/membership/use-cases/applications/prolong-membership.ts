import { auditLine, byPatron } from '../../../kernel/audit';
import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { once } from '../../../kernel/request-keys';
import { ok, refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { ReadCategories } from '../../ports/applications';
import type { ReadPatron, WithTerm } from '../../ports/digital-card';
import type { termActions } from '../../contract/membership-term';
import { decideTerm } from '../../domain/patrons/membership-term';
import { standingOf } from '../../domain/patrons/standing';

type Show = typeof termActions.membership;
type Prolong = typeof termActions.prolongMembership;
type Needs = {
  readonly patron: ReadPatron;
  readonly categories: ReadCategories;
  readonly withTerm: WithTerm;
  readonly now: Clock;
};

/** The membership of a card: what it allows, and what prolonging it now would do. */
export const showMembership =
  ({ patron: readPatron, categories, now }: Omit<Needs, 'withTerm'>) =>
  async ({ patron: { card } }: PatronCaller): Promise<Outcome<Show>> => {
    const found = await readPatron(card);
    const patron = found ?? ({ category: '', status: 'suspended', endsOn: null } as const);
    const category = (await categories()).find((one) => one.category === patron.category);
    const today = libraryDay(now());
    const decision = decideTerm(patron, category, today);
    return ok({
      category: patron.category,
      categoryName: category?.name ?? patron.category,
      standing: standingOf(patron.status, patron.endsOn, today),
      endsOn: patron.endsOn,
      loanLimit: category?.loanLimit ?? 0,
      holdLimit: category?.holdLimit ?? 0,
      rights: [...(category?.rights ?? [])],
      prolongedTo: decision.granted ? decision.endsOn : null,
      notProlonged: decision.granted ? null : decision.reason,
    });
  };

/** Prolongs a membership by one term where its category allows that; once for each request. */
export const prolongMembership =
  ({ categories, withTerm, now }: Omit<Needs, 'patron'>) =>
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
