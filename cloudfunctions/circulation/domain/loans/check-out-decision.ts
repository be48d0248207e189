import type { Day } from '../../../kernel/library-day';
import { circulates, type LentCopy } from './copy';
import { ceilingsOf, dueDay, type IsClosed } from './due-day';
import { isOverdue } from './loan';
import {
  expired,
  finesOverLimit,
  suspended,
  type Membership,
  type PatronReason,
} from '../patrons/membership-checks';
import type { PatronCirculation } from '../records/patron-circulation';
import type { Policy } from '../policies/policy';
import { isKeptForOther, waits } from '../holds/queue';
import type { TitleCirculation } from '../records/title-circulation';

type Plain = 'no-borrow-right' | 'account-overdue' | 'reference-only' | 'not-lendable';
/** Why a copy is not lent, with its details; money in fen. */
export type CheckOutReason =
  | { readonly code: Plain }
  | PatronReason
  | { readonly code: 'borrowing-suspended'; readonly until: Day }
  | { readonly code: 'loan-limit'; readonly limit: number }
  | { readonly code: 'on-loan'; readonly toSamePatron: boolean }
  | { readonly code: 'not-in-circulation'; readonly status: string }
  | { readonly code: 'reserved'; readonly waiting: number };

export type CheckOutCase = {
  readonly membership: Membership;
  readonly mayBorrow: boolean;
  readonly loanLimit: number;
  readonly account: PatronCirculation;
  readonly policy: Policy;
  readonly copy: LentCopy;
  /** With the free copies as they stand now. */
  readonly title: TitleCirculation;
  readonly today: Day;
  readonly isClosed: IsClosed;
};
type Check = (asked: CheckOutCase) => CheckOutReason | false;

/** The day a loan that begins today is due. */
export const loanDueOn = ({ policy, membership, today, isClosed }: CheckOutCase): Day => {
  const ceilings = ceilingsOf(policy, today, membership.endsOn);
  return dueDay(today, policy.loanDays, ceilings, policy.onClosedDay, isClosed);
};

const onLoan: Check = ({ account, copy, title }) => {
  const loan = title.loans.find(({ barcode }) => barcode === copy.barcode);
  if (loan === undefined) return false;
  const toSamePatron = account.openLoans.some(({ loanId }) => loanId === loan.loanId);
  return { code: 'on-loan', toSamePatron };
};

/** The copy is kept for somebody else, or those before in the queue need it: no other copy is free for them. */
const reserved: Check = ({ account: { card }, copy: { barcode }, title, today }) => {
  const own = title.holds.findIndex((hold) => hold.card === card);
  const keptForOther = isKeptForOther(title, barcode, card);
  const isOwn = title.holds[own]?.keptBarcode === barcode;
  const before = (own < 0 ? title.holds : title.holds.slice(0, own)).filter((hold) => waits(hold, today));
  const forThis = before.filter((hold) => hold.barcode === barcode && hold.card !== card).length;
  const forAny = before.filter((hold) => hold.barcode === null && hold.card !== card).length;
  const otherFree = title.freeCopies.filter((free) => free !== barcode).length;
  const refuses = !isOwn && (keptForOther || forThis > 0 || forAny > otherFree);
  return refuses && { code: 'reserved', waiting: forThis + forAny + (keptForOther ? 1 : 0) };
};

/** In the order in which reasons are told. */
const checks: readonly Check[] = [
  ({ membership }) => suspended(membership),
  ({ membership, today }) => expired(membership, today),
  ({ mayBorrow }) => !mayBorrow && { code: 'no-borrow-right' },
  ({ account: { borrowingSuspendedUntil: until }, today }) =>
    until !== null && today <= until && { code: 'borrowing-suspended', until },
  ({ account, policy }) => finesOverLimit(account, policy),
  ({ account, policy, today }) =>
    policy.overdue === 'refuse-account' &&
    account.openLoans.some((open) => isOverdue(open, today)) && { code: 'account-overdue' },
  ({ account, mayBorrow, loanLimit: limit }) =>
    mayBorrow && account.openLoans.length >= limit && { code: 'loan-limit', limit },
  onLoan,
  ({ copy }) => copy.status === 'reference' && { code: 'reference-only' },
  ({ copy }) =>
    !circulates(copy) && copy.status !== 'reference' && { code: 'not-in-circulation', status: copy.status },
  (asked) => (!asked.policy.lendable || loanDueOn(asked) < asked.today) && { code: 'not-lendable' },
  reserved,
];

/** Every reason why a copy can't be lent to a patron now, the headline first; none where it can. */
export const decideCheckOut = (asked: CheckOutCase): CheckOutReason[] =>
  checks.flatMap((check) => check(asked) || []);
