import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { termActions } from '../../contract/membership-term';
import { decideTerm } from '../../domain/patrons/membership-term';
import { standingOf } from '../../domain/patrons/standing';
import type { ReadCategories } from '../../ports/applications';
import type { ReadPatron } from '../../ports/digital-card';

type Show = typeof termActions.membership;

type Needs = {
  readonly patron: ReadPatron;
  readonly categories: ReadCategories;
  readonly now: Clock;
};

/** The membership of a card: what it allows, and what prolonging it now would do. */
export const showMembership =
  ({ patron: readPatron, categories, now }: Needs) =>
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
