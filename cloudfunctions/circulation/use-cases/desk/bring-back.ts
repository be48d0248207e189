import { maskCard } from '../../../kernel/audit';
import { daysBetween, type Day } from '../../../kernel/library-day';
import type { Output } from '../../../kernel/contract';
import type { deskActions } from '../../contract/desk';
import type { Loan } from '../../domain/loans/loan';
import type { ClosedDays } from '../../ports/records';
import { fixLateFine } from '../fines/fix-late-fine';
import { moveCopy, type Destination } from '../holds/move-copy';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { AtDesk } from './desk';
import { withoutLoan, withoutLoanOf } from './loan-of-copy';

type Needs = { readonly closedDays: ClosedDays };
export type EndedLoan = NonNullable<Output<typeof deskActions.checkIn>['loan']>;

/** Where and when a copy came back; `requestKey` of whoever asked at the desk. */
export type Return = { readonly branchId: string; readonly on: Day; readonly requestKey?: string };

/** Ends a loan: what being late cost is fixed, for the patron to owe or to wait. */
const endLoan = async (
  { closedDays }: Needs,
  { records, at }: AtDesk,
  loan: Loan,
  { on, requestKey }: Return,
): Promise<EndedLoan> => {
  const [account, patron] = [await records.account(loan.card), await records.patron(loan.card)];
  const policy = await records.policy(patron?.category ?? '', loan.itemCategory);
  const isClosed = await closedDays(loan.branchId);
  const { penalty, ...fixed } = await fixLateFine(records, { loan, account, policy, isClosed, on, at });
  const asked = requestKey === undefined ? {} : { requestKey };
  const line = { at, kind: 'returned', from: loan.dueOn, to: null, ...asked } as const;
  await records.keepLoan({ ...fixed.loan, returnedOn: on, history: [...loan.history, line] });
  await records.keepAccount(withoutLoan(fixed.account, loan));
  return {
    maskedCard: maskCard(loan.card),
    dueOn: loan.dueOn,
    overdueDays: Math.max(0, daysBetween(loan.dueOn, on)),
    fine: penalty.amount,
    suspendedUntil: penalty.suspensionDays > 0 ? fixed.account.borrowingSuspendedUntil : null,
  };
};

/**
 * Where a copy goes from here, and its title with it there. One that staff removed goes to the shelf it was lent from,
 * and to nobody who waits: it can't be lent again.
 */
const sendOn = async (needs: Needs, desk: AtDesk, loan: Loan | null, branchId: string) => {
  const { records, copy, isGone, at } = desk;
  const title = withoutLoanOf(desk.title, copy.barcode);
  const isHome = copy.branchId === '' || copy.branchId === branchId;
  const home = { to: 'shelf', branchId: copy.branchId || branchId, hold: null } as const;
  if (isGone) return { title, destination: isHome ? home : ({ ...home, to: 'other-branch' } as const) };
  const staysPut = loan === null && copy.status === 'reference';
  return staysPut ? { title, destination: home } : moveCopy(records, needs, title, { copy, branchId }, at);
};

type BroughtBack = {
  readonly ended: EndedLoan | null;
  /** As it is to be kept. */
  readonly title: TitleCirculation;
  readonly destination: Destination;
};

/**
 * A copy comes back, at the desk or as the library's other system tells: its loan ends, and it goes to the first hold
 * that waits for it, to its own shelf, or on its way. `loan`: the one that is still out, null where nobody has it.
 */
export const bringBack = async (
  needs: Needs,
  desk: AtDesk,
  loan: Loan | null,
  back: Return,
): Promise<BroughtBack> => {
  const { records, copy, title } = desk;
  const ended = loan === null ? null : await endLoan(needs, desk, loan, back);
  if (loan !== null && loan.bookId !== title.bookId)
    await records.keepTitle(withoutLoanOf(await records.title(loan.bookId), copy.barcode));
  return { ended, ...(await sendOn(needs, desk, loan, back.branchId)) };
};
