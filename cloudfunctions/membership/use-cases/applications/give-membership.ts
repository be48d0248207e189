import { byStaff } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import { libraryDay, type Day } from '../../../kernel/library-day';
import type { ApplicationRecords } from '../../ports/applications';
import type { Applicant } from '../../domain/applications/applicant';
import type { Application } from '../../domain/applications/application';
import { termEnd } from '../../domain/patrons/membership-term';
import type { PatronCategory } from '../../domain/patrons/patron-category';
import { giveCard } from '../card/give-card';
import { ownCard } from '../card/own-card';

type Approved = {
  readonly application: Application;
  readonly applicant: Applicant | null;
  readonly category: PatronCategory & { readonly membershipDays: number };
  /** A number that nobody has. */
  readonly newCard: string;
};

/** Who approved it, under which key. */
type Approval = {
  readonly staff: StaffCaller;
  readonly given: { readonly requestKey: string };
  readonly now: Date;
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

/** Binds the card to the applicant's WeChat, unless that has a card of its own. */
const bindIfFree = async (
  records: ApplicationRecords,
  { openid, applicationId }: Application,
  card: string,
  { staff, given: { requestKey }, now: at }: Approval,
): Promise<void> => {
  const wechatAccount = await records.wechatAccount(openid);
  if ((await ownCard(records, openid, wechatAccount)) !== null) return;
  const deed = {
    action: 'membership.bindByApproval',
    target: applicationId,
    by: byStaff(staff),
    requestKey,
    at,
  };
  await giveCard(records, { openid, card }, wechatAccount, deed);
};

/**
 * Gives what was applied for: another term of the membership that is there, or a card with its number, its category and
 * its last day, bound to the applicant's WeChat where that has none.
 */
export const giveMembership = async (
  records: ApplicationRecords,
  approved: Approved,
  approval: Approval,
): Promise<{ readonly card: string; readonly endsOn: Day }> => {
  const today = libraryDay(approval.now);
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
  await bindIfFree(records, application, card, approval);
  return { card, endsOn };
};
