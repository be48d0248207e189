import { maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome, Parsed } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { deskActions } from '../../contract/desk';
import type { CirculationReads } from '../../ports/records';

type Show = typeof deskActions.pickupShelf;
type Needs = { readonly reads: CirculationReads; readonly now: Clock };

/** What waits on the pickup shelf of a branch, the first to lapse first; cards are masked. */
export const showPickupShelf =
  ({ reads, now }: Needs) =>
  async (_caller: StaffCaller, { branchId }: Parsed<Show>): Promise<Outcome<Show>> => {
    const today = libraryDay(now());
    const ready = (await reads.titlesWithReadyHolds(branchId)).flatMap(({ holds, bookId }) =>
      holds.flatMap(({ keptBarcode: barcode, pickupBy, ...hold }) =>
        hold.state === 'ready' && hold.branchId === branchId && barcode !== null && pickupBy !== null
          ? [{ ...hold, bookId, barcode, pickupBy }]
          : [],
      ),
    );
    const titles = new Map(
      (await reads.holds(ready.map(({ holdId }) => holdId))).map(({ holdId, title }) => [holdId, title]),
    );
    const copies = ready.map(({ holdId, bookId, barcode, card, pickupBy }) => ({
      barcode,
      bookId,
      title: titles.get(holdId) ?? bookId,
      maskedCard: maskCard(card),
      pickupBy,
      hasLapsed: pickupBy < today,
    }));
    return ok({ copies: copies.sort((a, b) => a.pickupBy.localeCompare(b.pickupBy)) });
  };
