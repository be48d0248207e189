import { addDays, daysBetween, type Day } from '../../../kernel/library-day';
import { ceilingsOf, dueDay, type IsClosed } from './due-day';
import { isOverdue, type Loan } from './loan';
import {
  expired,
  finesOverLimit,
  suspended,
  type Membership,
  type PatronReason,
} from '../patrons/membership-checks';
import { unlimited, type Policy } from '../policies/policy';
import { freeForAnyone, waitingOthers } from '../holds/queue';
import type { TitleCirculation } from '../records/title-circulation';

/** The patron who asks, as far as it decides. */
export type RenewingPatron = Membership & {
  readonly card: string;
  /** Fixed and unpaid, in fen. */
  readonly finesOwed: number;
  /** Another of the patron's open loans is overdue. */
  readonly hasOtherOverdue: boolean;
};

export type RenewalCase = {
  /** null = nobody's or somebody else's. */
  readonly loan: Loan | null;
  readonly policy: Policy;
  readonly patron: RenewingPatron;
  readonly title: Pick<TitleCirculation, 'holds' | 'freeCopies'>;
  /** Nobody can tell what the patron's or the title's record says: it was edited by hand. */
  readonly isDamaged?: boolean;
  readonly today: Day;
  readonly isClosed: IsClosed;
  /** The due day that the patron saw; left out where nothing is being renewed. */
  readonly seenDueOn?: Day;
};

type Plain =
  | 'no-such-loan'
  | 'already-returned'
  | 'record-damaged'
  | 'account-overdue'
  | 'reported-lost'
  | 'claimed-returned'
  | 'not-renewable'
  | 'recalled';
/** Why a loan is not renewed, with its details; money in fen. */
export type RenewalReason =
  | { readonly code: Plain }
  | PatronReason
  | { readonly code: 'overdue'; readonly overdueDays: number }
  | { readonly code: 'reserved'; readonly waiting: number }
  | { readonly code: 'limit-reached'; readonly limit: number | null }
  | { readonly code: 'too-soon'; readonly opensOn: Day }
  | { readonly code: 'changed'; readonly dueOn: Day }
  | { readonly code: 'no-gain'; readonly wouldBe: Day };

export type RenewalsLeft = number | typeof unlimited;
export type RenewalDecision =
  | { readonly granted: true; readonly newDueOn: Day; readonly renewalsLeft: RenewalsLeft }
  | { readonly granted: false; readonly reasons: RenewalReason[] };

type Open = RenewalCase & { readonly loan: Loan };
type Check = (open: Open) => RenewalReason | false;

const reserved: Check = ({ loan, policy, patron, title, today }) => {
  const { onTitle, onCopy } = waitingOthers(title, patron.card, loan.barcode, today);
  const isShort =
    policy.holds === 'refuse' ? onTitle > 0 : onTitle > freeForAnyone(title, patron.card, today);
  const refuses = policy.holds !== 'ignore' && (onCopy > 0 || isShort);
  return refuses && { code: 'reserved', waiting: onTitle + onCopy };
};

const opensOn = ({ loan, policy }: Open): Day | null =>
  policy.opensDaysBefore === null ? null : addDays(loan.dueOn, -policy.opensDaysBefore);

const tooSoon: Check = (open) => {
  const opens = opensOn(open);
  return opens !== null && open.today < opens && { code: 'too-soon', opensOn: opens };
};

/** In the order in which reasons are told. Source: the circulation rules, "The decision". */
const checks: readonly Check[] = [
  ({ patron }) => suspended(patron),
  ({ patron, today }) => expired(patron, today),
  ({ patron, policy }) => finesOverLimit(patron, policy),
  ({ patron, policy }) =>
    policy.overdue === 'refuse-account' && patron.hasOtherOverdue && { code: 'account-overdue' },
  ({ loan, policy, today }) =>
    policy.overdue !== 'allow' &&
    isOverdue(loan, today) && { code: 'overdue', overdueDays: daysBetween(loan.dueOn, today) },
  ({ loan }) => loan.reportedLost && { code: 'reported-lost' },
  ({ loan }) => loan.claimedReturned && { code: 'claimed-returned' },
  ({ policy }) => !policy.renewable && { code: 'not-renewable' },
  ({ loan }) => loan.recalled && { code: 'recalled' },
  reserved,
  ({ loan, policy: { maxRenewals: limit } }) =>
    limit !== unlimited && (limit === null || loan.renewals >= limit) && { code: 'limit-reached', limit },
  tooSoon,
];

/** The due day after ceilings and closed days. An overdue loan that may be renewed counts from today. */
const renewedDueOn = ({ loan, policy, patron, today, isClosed }: Open): Day => {
  const start = policy.renewFrom === 'today' || isOverdue(loan, today) ? today : loan.dueOn;
  const ceilings = ceilingsOf(policy, loan.borrowedOn, patron.endsOn);
  return dueDay(start, policy.renewalDays ?? policy.loanDays, ceilings, policy.onClosedDay, isClosed);
};

/** What is left after so many renewals; null where no limit is configured. */
export const renewalsLeft = ({ maxRenewals }: Policy, renewals: number): RenewalsLeft | null =>
  typeof maxRenewals === 'number' ? Math.max(0, maxRenewals - renewals) : maxRenewals;

const refused = (...reasons: RenewalReason[]): RenewalDecision => ({ granted: false, reasons });

/**
 * Decides a renewal: what it gives, or every reason why not, the headline first. Listing and renewing both ask it, so
 * that a patron sees before pressing what pressing would say. A due day that is not the one that the patron saw
 * refuses only where nothing else does. Source: the circulation rules.
 */
export const decideRenewal = (asked: RenewalCase): RenewalDecision => {
  const { loan, patron, policy, today, seenDueOn } = asked;
  if (loan === null || loan.card !== patron.card) return refused({ code: 'no-such-loan' });
  if (loan.returnedOn !== null) return refused({ code: 'already-returned' });
  if (asked.isDamaged === true) return refused({ code: 'record-damaged' });
  const open = { ...asked, loan };
  const reasons = checks.flatMap((check) => check(open) || []);
  if (reasons.length > 0) return refused(...reasons);
  const newDueOn = renewedDueOn(open);
  if (newDueOn <= loan.dueOn || newDueOn <= today) return refused({ code: 'no-gain', wouldBe: newDueOn });
  if (seenDueOn !== undefined && seenDueOn !== loan.dueOn)
    return refused({ code: 'changed', dueOn: loan.dueOn });
  // Without a limit the check above refused.
  return { granted: true, newDueOn, renewalsLeft: renewalsLeft(policy, loan.renewals + 1) ?? 0 };
};
