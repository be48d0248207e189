import { addDays, type Day } from '../../../kernel/library-day';
import type { PatronCategory } from './patron-category';
import type { Patron } from './patron';

/** Why a membership is not prolonged at once. */
export type TermRefusal =
  | { readonly code: 'not-prolonged-here' }
  | { readonly code: 'apply-again'; readonly opensOn: Day | null }
  | { readonly code: 'term-too-early'; readonly opensOn: Day }
  | { readonly code: 'membership-suspended' };

export type TermDecision =
  | { readonly granted: true; readonly endsOn: Day }
  | { readonly granted: false; readonly reason: TermRefusal };

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The last day of a membership that is issued or prolonged today: a term from its last day, or from today. */
export const termEnd = (endsOn: Day | null, membershipDays: number, today: Day): Day =>
  addDays(later(endsOn ?? today, today), membershipDays);

/** The first day on which a membership may be prolonged; null = it may be now. */
export const opensOn = (endsOn: Day | null, renewalOpensDays: number, today: Day): Day | null => {
  if (endsOn === null) return null;
  const opening = addDays(endsOn, -renewalOpensDays);
  return today < opening ? opening : null;
};

const no = (reason: TermRefusal): TermDecision => ({ granted: false, reason });

/**
 * Whether a patron may prolong the membership at once, and until when: only with a category that allows it, from so
 * many days before the last day, and as long after it as one likes. Nobody prolongs what staff suspended.
 */
export const decideTerm = (
  { status, endsOn }: Pick<Patron, 'status' | 'endsOn'>,
  category: PatronCategory | undefined,
  today: Day,
): TermDecision => {
  const days = category?.kind === 'online' ? category.membershipDays : null;
  if (category === undefined || days === null || endsOn === null || category.renewal === 'never')
    return no({ code: 'not-prolonged-here' });
  if (status === 'suspended') return no({ code: 'membership-suspended' });
  const opening = opensOn(endsOn, category.renewalOpensDays, today);
  if (category.renewal === 'by-application') return no({ code: 'apply-again', opensOn: opening });
  if (opening !== null) return no({ code: 'term-too-early', opensOn: opening });
  return { granted: true, endsOn: termEnd(endsOn, days, today) };
};
