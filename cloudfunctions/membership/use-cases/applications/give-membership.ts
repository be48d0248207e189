import type { Day } from '../../../kernel/library-day';
import type { ApplicationRecords } from '../../ports/applications';
import type { Applicant } from '../../domain/applications/applicant';
import type { Application } from '../../domain/applications/application';
import { termEnd } from '../../domain/patrons/membership-term';
import type { PatronCategory } from '../../domain/patrons/patron-category';

type Approved = {
  readonly application: Application;
  readonly applicant: Applicant | null;
  readonly category: PatronCategory & { readonly membershipDays: number };
  /** A number that nobody has. */
  readonly newCard: string;
};

/** Prolongs the membership that an application is for; null where its card is gone. */
const prolong = async (
  records: ApplicationRecords,
  { application, category }: Approved,
  today: Day,
): Promise<{ readonly card: string; readonly endsOn: Day } | null> => {
  const { card, isRenewal } = application;
  const patron = isRenewal && card !== null ? await records.patron(card) : null;
  if (patron === null) return null;
  const endsOn = termEnd(patron.endsOn, category.membershipDays, today);
  await records.prolong(patron.card, category.category, endsOn);
  return { card: patron.card, endsOn };
};

/**
 * Gives what was applied for: another term of the membership that is there, or a card with its number, its category and
 * its last day, bound to the applicant's WeChat where that has none.
 */
export const giveMembership = async (
  records: ApplicationRecords,
  approved: Approved,
  today: Day,
  now: Date,
): Promise<{ readonly card: string; readonly endsOn: Day }> => {
  const prolonged = await prolong(records, approved, today);
  if (prolonged !== null) return prolonged;
  const { application, applicant, category, newCard: card } = approved;
  const endsOn = termEnd(null, category.membershipDays, today);
  const patron = {
    card,
    name: application.name,
    category: category.category,
    status: 'active',
    endsOn,
  } as const;
  const pseudonym = applicant?.pseudonym ?? `p-${application.applicationId}`;
  await records.addPatron(patron, application.phone, pseudonym);
  await records.bindIfFree(application.openid, card, pseudonym, now);
  return { card, endsOn };
};
