import type { Clock } from '../../../kernel/clock';
import type { Day } from '../../../kernel/library-day';
import { freeAmong } from '../../domain/loans/copy';
import { withDueDay, type Loan } from '../../domain/loans/loan';
import { followStated, standingOf, type StatedLoan, type TakenOver } from '../../domain/loans/loan-elsewhere';
import { isKeptForOther } from '../../domain/holds/queue';
import { newLoan } from '../../domain/loans/new-loan';
import type { TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, ClosedDays, Copy, InCirculation } from '../../ports/records';
import { bringBack } from '../desk/bring-back';
import { goneCopy } from '../desk/loan-of-copy';
import { collectHold } from '../holds/end-hold';

type Needs = {
  readonly inCirculation: InCirculation;
  readonly closedDays: ClosedDays;
  readonly now: Clock;
  readonly newId: () => string;
};
type CopyOfLoan = { readonly copy: Copy; readonly isGone: boolean };

/** Writes a loan that is out where it shows: with its title, its patron and its copy; it ends a hold of its patron as at the desk. */
const addOpen = async (
  needs: Needs,
  records: CirculationRecords,
  { loanId, card, barcode, bookId, dueOn }: Loan,
  copy: Copy,
  title: TitleCirculation,
): Promise<void> => {
  const loans = [...title.loans, { loanId, barcode, dueOn }];
  const freeCopies = freeAmong(await records.copiesOf(bookId), { ...title, loans });
  const lent = { account: await records.account(card), title: { ...title, loans, freeCopies } };
  const collected = await collectHold(needs, records, lent, { barcode, at: needs.now() });
  const { account } = collected;
  await records.keepTitle(collected.title);
  await records.keepAccount({ ...account, openLoans: [...account.openLoans, { loanId, bookId, dueOn }] });
  await records.markCopy(copy, { status: 'on-loan', dueOn });
};

/** Writes a loan that is new here. */
const add = async (
  needs: Needs,
  records: CirculationRecords,
  copy: Copy,
  stated: StatedLoan,
): Promise<TakenOver> => {
  const { card, barcode, returnedOn } = stated;
  const { bookId } = copy;
  const title = await records.title(bookId);
  const loan = newLoan(copy, await records.book(bookId), {
    ...stated,
    loanId: needs.newId(),
    forgottenId: needs.newId(),
    stated: standingOf(stated),
  });
  if (returnedOn === null) {
    if (title.loans.some((open) => open.barcode === barcode)) return 'on-loan';
    if (isKeptForOther(title, barcode, card)) return 'kept-for-other';
    await addOpen(needs, records, loan, copy, title);
  }
  await records.keepLoan(loan);
  return 'added';
};

/** Writes a loan that is still out everywhere its due day shows. */
const keepOpen = async (records: CirculationRecords, loan: Loan, { copy, isGone }: CopyOfLoan) => {
  const { loanId, bookId, card, dueOn } = loan;
  const [title, account] = [await records.title(bookId), await records.account(card)];
  await records.keepLoan(loan);
  await records.keepTitle({ ...title, loans: withDueDay(title.loans, loanId, dueOn) });
  await records.keepAccount({ ...account, openLoans: withDueDay(account.openLoans, loanId, dueOn) });
  if (!isGone) await records.markCopy(copy, { status: copy.status, dueOn });
};

/** Ends a loan as the desk does; where the copy was handed in nobody knows, and it is taken to be where it was lent. */
const end = async (needs: Needs, records: CirculationRecords, loan: Loan, found: CopyOfLoan, on: Day) => {
  const title = await records.title(found.copy.bookId);
  const desk = { records, ...found, title, at: needs.now() };
  const back = await bringBack(needs, desk, loan, { branchId: loan.branchId, on });
  await records.keepTitle(back.title);
};

const follow = async (
  needs: Needs,
  records: CirculationRecords,
  kept: Loan,
  found: CopyOfLoan,
  stated: StatedLoan,
): Promise<TakenOver> => {
  const followed = followStated(kept, stated);
  if (typeof followed === 'string') return followed;
  const { loan, returnedOn } = followed;
  if (returnedOn !== null) await end(needs, records, loan, found, returnedOn);
  else if (loan.returnedOn === null) await keepOpen(records, loan, found);
  else await records.keepLoan(loan);
  return 'updated';
};

/**
 * The loan that a row tells of; `forgotten` where one of the same copy and day is nobody's any more, and nobody can tell
 * whether it was this one.
 */
const keptOf = async (
  records: CirculationRecords,
  { card, barcode, borrowedOn }: StatedLoan,
): Promise<Loan | 'forgotten' | null> => {
  const told = await records.loansStated(barcode, borrowedOn);
  const own = told.find((loan) => loan.card === card);
  if (own !== undefined) return records.loan(own.loanId);
  return told.some((loan) => loan.card === '') ? 'forgotten' : null;
};

/**
 * Takes over one loan from the library's other system, all or nothing: what that system says otherwise than the last
 * time. The same row again changes nothing, whatever happened here since; one that was returned there is ended here as
 * at the desk. One whose copy somebody else has here, or is kept here for somebody else's hold, is refused, as is one
 * that came back here and is still out there. One that was forgotten here stays so.
 * Source: decision 0086.
 */
export const takeOverLoan =
  (needs: Needs) =>
  (stated: StatedLoan): Promise<TakenOver> =>
    needs.inCirculation(async (records): Promise<TakenOver> => {
      const kept = await keptOf(records, stated);
      if (kept === 'forgotten') return 'unchanged';
      const there = await records.copy(stated.barcode);
      const copy = there ?? (kept && (await goneCopy(stated.barcode)(records)));
      if (copy === null) return 'no-such-copy';
      if ((await records.patron(stated.card)) === null) return 'no-such-card';
      if (kept === null) return add(needs, records, copy, stated);
      return follow(needs, records, kept, { copy, isGone: there === null }, stated);
    });
