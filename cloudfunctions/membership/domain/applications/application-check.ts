import type { Day } from '../../../kernel/library-day';
import { needsGuardian, type Guardian } from './application';
import { consentVersions, isCurrent } from '../consent';
import { opensOn } from '../patrons/membership-term';
import type { Patron } from '../patrons/patron';
import { isOpenToApplicants, type PatronCategory } from '../patrons/patron-category';
import { standingOf } from '../patrons/standing';

type Told = {
  readonly birthYear: number;
  readonly guardian: Guardian | null;
  readonly proofIds: readonly string[];
  readonly consentVersion: number | null;
};

/** What is missing in what an applicant tells. */
export type DetailRefusal =
  | { readonly code: 'no-such-category' }
  | { readonly code: 'consent-needed'; readonly version: number }
  | { readonly code: 'guardian-needed' }
  | { readonly code: 'proof-needed' };

/** All that is missing, in the order of the form; nothing = it can be handed in. */
export const checkDetails = (
  { birthYear, guardian, proofIds, consentVersion }: Told,
  category: PatronCategory | undefined,
  today: Day,
): readonly DetailRefusal[] => {
  if (category === undefined || !isOpenToApplicants(category)) return [{ code: 'no-such-category' }];
  const reasons: DetailRefusal[] = [];
  if (needsGuardian(birthYear, today) && guardian === null) reasons.push({ code: 'guardian-needed' });
  if (category.proof !== null && proofIds.length === 0) reasons.push({ code: 'proof-needed' });
  if (!isCurrent('online-membership', consentVersion))
    reasons.push({ code: 'consent-needed', version: consentVersions['online-membership'] });
  return reasons;
};

/** For what somebody applies: a card, another term of the one that is there, or nothing that can be given. */
export type Purpose =
  | { readonly kind: 'new-card' }
  | { readonly kind: 'next-term'; readonly card: string }
  | { readonly kind: 'has-card'; readonly card: string }
  | { readonly kind: 'too-early'; readonly opensOn: Day };

/**
 * What an application of this WeChat is for. Whose own card is over may apply for another one; whose online membership
 * is prolonged by application applies for its next term, once that is open.
 */
export const purposeOf = (own: Patron | null, category: PatronCategory | undefined, today: Day): Purpose => {
  if (own === null) return { kind: 'new-card' };
  const isOnline = category?.kind === 'online' && category.renewal === 'by-application';
  if (own.status === 'suspended') return { kind: 'has-card', card: own.card };
  if (isOnline) {
    const opening = opensOn(own.endsOn, category.renewalOpensDays, today);
    return opening === null ? { kind: 'next-term', card: own.card } : { kind: 'too-early', opensOn: opening };
  }
  const isOver = standingOf(own.status, own.endsOn, today) === 'expired';
  return isOver ? { kind: 'new-card' } : { kind: 'has-card', card: own.card };
};
