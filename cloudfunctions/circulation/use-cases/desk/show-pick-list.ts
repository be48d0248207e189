import { maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { deskActions } from '../../contract/desk';
import { picksOf } from '../../domain/holds/pick-list';
import { freeAmong } from '../../domain/loans/copy';
import type { CirculationReads, ShelvedCopy } from '../../ports/records';

type Show = typeof deskActions.pickList;
type Needs = { readonly reads: CirculationReads; readonly now: Clock };

const byShelf = (a: ShelvedCopy, b: ShelvedCopy): number =>
  (a.shelf ?? '').localeCompare(b.shelf ?? '') || (a.callNumber ?? '').localeCompare(b.callNumber ?? '');

/**
 * Copies of a branch that stand free on their shelves while holds wait for them, in the order of the shelves: staff
 * fetch them and check them in, which gives each to its hold. Three queries; what waits for copies that are all out is
 * read, and not shown.
 */
export const showPickList =
  ({ reads, now }: Needs) =>
  async (_caller: StaffCaller, { branchId }: Parsed<Show>): Promise<Outcome<Show>> => {
    const today = libraryDay(now());
    const titles = await reads.titlesWithWaitingHolds();
    const standing = await reads.shelvedCopies(titles.map(({ bookId }) => bookId));
    const picks = titles.flatMap((title) => {
      const own = standing.filter(({ bookId }) => bookId === title.bookId);
      const free = new Set(freeAmong(own, title));
      return picksOf(
        title,
        own.filter(({ barcode }) => free.has(barcode)),
        today,
      ).flatMap(({ hold, barcode }) => {
        const copy = own.find((each) => each.barcode === barcode);
        return copy?.branchId === branchId ? [{ hold, copy }] : [];
      });
    });
    const known = await reads.holds(picks.map(({ hold }) => hold.holdId));
    const nameOf = new Map(known.map(({ holdId, title }) => [holdId, title]));
    const copies = [...picks]
      .sort((a, b) => byShelf(a.copy, b.copy))
      .map(({ hold, copy: { barcode, bookId, callNumber, shelf } }) => ({
        barcode,
        bookId,
        title: nameOf.get(hold.holdId) ?? bookId,
        callNumber,
        shelf,
        maskedCard: maskCard(hold.card),
        pickupBranchId: hold.branchId,
      }));
    return ok({ copies });
  };
