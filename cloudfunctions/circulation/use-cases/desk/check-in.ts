import { maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Output, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { deskActions } from '../../contract/desk';
import type { Loan } from '../../domain/loans/loan';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, ClosedDays, IsBranch } from '../../ports/records';
import { atDesk, type AtDesk, type DeskNeeds } from './desk';
import { bringBack } from './bring-back';
import { goneCopy, isOut, lastLoanOf, withoutLoan } from './loan-of-copy';
import type { Destination } from '../holds/move-copy';

type CheckIn = typeof deskActions.checkIn;
type Needs = DeskNeeds & { readonly closedDays: ClosedDays; readonly isBranch: IsBranch };

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

const takeBack = async (needs: Needs, desk: AtDesk, branchId: string, requestKey: string) => {
  const { records, copy, title, at } = desk;
  const known = await lastLoanOf(records, title, copy.barcode);
  const loan = isOut(known) ? known : null;
  if (desk.isGone && loan === null) return { refused: [{ code: 'no-such-copy' as const }] };
  if (known !== null && loan === null) await forgetLoan(records, title, known);
  const book = await records.book(copy.bookId);
  const back = await bringBack(needs, desk, loan, { branchId, on: libraryDay(at), requestKey });
  return {
    answer: {
      title: book?.title ?? loan?.title ?? copy.bookId,
      destination: shownDestination(back.destination, copy.shelf),
      loan: back.ended,
    },
    title: back.title,
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
