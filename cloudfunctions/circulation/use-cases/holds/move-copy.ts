import { libraryDay, type Day } from '../../../kernel/library-day';
import { openDayAfter } from '../../domain/loans/due-day';
import { firstFor } from '../../domain/holds/queue';
import type { QueuedHold, TitleCirculation } from '../../domain/records/title-circulation';
import type { CirculationRecords, ClosedDays, Copy } from '../../ports/records';

export type MoveNeeds = { readonly closedDays: ClosedDays };
/** A copy that nobody has, and the branch where it lies; null = it is on its way between two. */
export type FreedCopy = { readonly copy: Copy; readonly branchId: string | null };
/** Where a copy goes: `hold` is whose it is from now on, null where nobody waits. */
export type Destination =
  | { readonly to: 'shelf'; readonly branchId: string; readonly hold: null }
  | {
      readonly to: 'pickup-shelf';
      readonly branchId: string;
      readonly hold: QueuedHold;
      readonly pickupBy: Day;
    }
  | { readonly to: 'other-branch'; readonly branchId: string; readonly hold: QueuedHold | null };

const statusAt = {
  shelf: 'available',
  'pickup-shelf': 'on-hold-shelf',
  'other-branch': 'in-transit',
} as const;

/** A copy waits on the pickup shelf for so many open days as the policy of its patron says. */
const lastPickupDay = async (
  records: CirculationRecords,
  { closedDays }: MoveNeeds,
  hold: QueuedHold,
  { itemCategory }: Copy,
  today: Day,
): Promise<Day> => {
  const patron = await records.patron(hold.card);
  const { holdShelfDays } = await records.policy(patron?.category ?? '', itemCategory);
  return openDayAfter(today, holdShelfDays, await closedDays(hold.branchId));
};

const destinationOf = async (
  records: CirculationRecords,
  needs: MoveNeeds,
  title: TitleCirculation,
  { copy, branchId }: FreedCopy,
  today: Day,
): Promise<Destination> => {
  const kept = title.holds.find(({ keptBarcode }) => keptBarcode === copy.barcode);
  const hold = kept ?? firstFor(title, copy.barcode, today);
  if (hold === undefined)
    return copy.branchId === branchId
      ? { to: 'shelf', branchId: copy.branchId, hold: null }
      : { to: 'other-branch', branchId: copy.branchId, hold: null };
  if (hold.branchId !== branchId) return { to: 'other-branch', branchId: hold.branchId, hold };
  const pickupBy = hold.pickupBy ?? (await lastPickupDay(records, needs, hold, copy, today));
  return { to: 'pickup-shelf', branchId: hold.branchId, hold, pickupBy };
};

/** The title with the copy at its destination: kept for its hold, or free, or on its way home. */
const titleWith = (title: TitleCirculation, barcode: string, destination: Destination): TitleCirculation => {
  const others = title.freeCopies.filter((free) => free !== barcode);
  const freeCopies = destination.to === 'shelf' ? [...others, barcode].sort() : others;
  const { hold } = destination;
  if (hold === null) return { ...title, freeCopies };
  const isReady = destination.to === 'pickup-shelf';
  const given: QueuedHold = {
    ...hold,
    state: isReady ? 'ready' : 'in-transit',
    keptBarcode: barcode,
    suspendedUntil: null,
    pickupBy: isReady ? destination.pickupBy : null,
  };
  return {
    ...title,
    freeCopies,
    holds: title.holds.map((each) => (each.holdId === hold.holdId ? given : each)),
  };
};

const tellReady = async (
  records: CirculationRecords,
  { bookId }: TitleCirculation,
  destination: Destination,
  at: Date,
): Promise<void> => {
  if (destination.to !== 'pickup-shelf' || destination.hold.state === 'ready') return;
  const { hold, branchId, pickupBy } = destination;
  const title = (await records.book(bookId))?.title ?? bookId;
  await records.tell({
    key: `hold-ready-${hold.holdId}`,
    openid: null,
    card: hold.card,
    kind: 'hold-ready',
    details: { holdId: hold.holdId, title, branchId, pickupBy },
    at,
  });
};

/**
 * Gives a copy that nobody has to the first hold that waits for it, or frees it: marks the copy, tells the patron whose
 * hold is ready, and leaves word for those who want to hear that it is back. Answers the title as it is to be kept.
 * One copy goes to one hold: title and queue are one document. Source: the circulation rules, "Holds".
 */
export const moveCopy = async (
  records: CirculationRecords,
  needs: MoveNeeds,
  title: TitleCirculation,
  freed: FreedCopy,
  at: Date,
): Promise<{ readonly title: TitleCirculation; readonly destination: Destination }> => {
  const today = libraryDay(at);
  const destination = await destinationOf(records, needs, title, freed, today);
  await records.markCopy(freed.copy, { status: statusAt[destination.to], dueOn: null });
  await tellReady(records, title, destination, at);
  const moved = titleWith(title, freed.copy.barcode, destination);
  if (destination.to !== 'shelf' || title.watchers.length === 0) return { title: moved, destination };
  await records.callWatchers(title, today);
  return { title: { ...moved, watchers: [] }, destination };
};
