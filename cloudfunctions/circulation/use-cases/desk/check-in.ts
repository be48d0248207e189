import { maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Output, Parsed } from '../../../kernel/contract';
import { daysBetween, libraryDay } from '../../../kernel/library-day';
import { refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { deskActions } from '../../contract/desk';
import type { Loan } from '../../domain/loans/loan';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, ClosedDays, IsBranch } from '../../ports/records';
import { atDesk, type AtDesk, type DeskNeeds } from './desk';
import { fixLateFine } from '../fines/fix-late-fine';
import { goneCopy, isOut, lastLoanOf, withoutLoan, withoutLoanOf } from './loan-of-copy';
import { moveCopy, type Destination } from '../holds/move-copy';

type CheckIn = typeof deskActions.checkIn;
type Needs = DeskNeeds & { readonly closedDays: ClosedDays; readonly isBranch: IsBranch };
type EndedLoan = NonNullable<Output<CheckIn>['loan']>;

/** Ends a loan: what being late cost is fixed, for the patron to owe or to wait. */
const endLoan = async (
  { closedDays }: Needs,
  { records, at }: AtDesk,
  loan: Loan,
  requestKey: string,
): Promise<EndedLoan> => {
  const today = libraryDay(at);
  const [account, patron] = [await records.account(loan.card), await records.patron(loan.card)];
  const policy = await records.policy(patron?.category ?? '', loan.itemCategory);
  const isClosed = await closedDays(loan.branchId);
  const { penalty, ...fixed } = await fixLateFine(records, { loan, account, policy, isClosed, at });
  const line = { at, kind: 'returned', from: loan.dueOn, to: null, requestKey } as const;
  await records.keepLoan({ ...fixed.loan, returnedOn: today, history: [...loan.history, line] });
  await records.keepAccount(withoutLoan(fixed.account, loan));
  return {
    maskedCard: maskCard(loan.card),
    dueOn: loan.dueOn,
    overdueDays: Math.max(0, daysBetween(loan.dueOn, today)),
    fine: penalty.amount,
    suspendedUntil: penalty.suspensionDays > 0 ? fixed.account.borrowingSuspendedUntil : null,
  };
};

/** A loan that staff have ended by hand, in its own document: what still takes it for open forgets it, and nothing is fined. */
const forgetLoan = async (
  records: CirculationRecords,
  { loans }: TitleCirculation,
  loan: Loan,
): Promise<void> => {
  if (loan.card === '' || !loans.some(({ loanId }) => loanId === loan.loanId)) return;
  await records.keepAccount(withoutLoan(await records.account(loan.card), loan));
};

const shownDestination = (destination: Destination, shelf: string | null): Output<CheckIn>['destination'] => {
  const { branchId, hold } = destination;
  if (destination.to === 'shelf') return { to: 'shelf', branchId, shelf };
  if (destination.to === 'other-branch')
    return { to: 'other-branch', branchId, maskedCard: hold === null ? null : maskCard(hold.card) };
  const { pickupBy } = destination;
  return { to: 'pickup-shelf', branchId, maskedCard: maskCard(destination.hold.card), pickupBy };
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

const takeBack = async (needs: Needs, desk: AtDesk, branchId: string, requestKey: string) => {
  const { records, copy, title } = desk;
  const known = await lastLoanOf(records, title, copy.barcode);
  const loan = isOut(known) ? known : null;
  if (desk.isGone && loan === null) return { refused: [{ code: 'no-such-copy' as const }] };
  const ended = loan === null ? null : await endLoan(needs, desk, loan, requestKey);
  if (known !== null && loan === null) await forgetLoan(records, title, known);
  const book = await records.book(copy.bookId);
  if (loan !== null && loan.bookId !== title.bookId)
    await records.keepTitle(withoutLoanOf(await records.title(loan.bookId), copy.barcode));
  const moved = await sendOn(needs, desk, loan, branchId);
  return {
    answer: {
      title: book?.title ?? loan?.title ?? copy.bookId,
      destination: shownDestination(moved.destination, copy.shelf),
      loan: ended,
    },
    title: moved.title,
    card: loan?.card ?? null,
    target: loan?.loanId ?? copy.barcode,
  };
};

/**
 * Takes a copy back at a branch, or receives one that was sent there: its loan ends, and it goes to the first hold that
 * waits for it, to its own shelf, or on its way. One for use in the library only stays what it is.
 */
export const checkIn =
  (needs: Needs) =>
  async (
    caller: StaffCaller,
    { barcode, branchId, requestKey }: Parsed<CheckIn>,
  ): Promise<Answer<CheckIn>> => {
    if (!(await needs.isBranch(branchId))) return refuse({ code: 'no-such-branch' as const });
    const asked = {
      barcode,
      requestKey,
      action: 'circulation.checkIn',
      request: `check-in/${barcode}/${branchId}`,
      goneCopy: goneCopy(barcode),
    };
    return atDesk(needs, caller, asked, (desk) => takeBack(needs, desk, branchId, requestKey));
  };
