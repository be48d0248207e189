import type { Day } from '../../../kernel/library-day';
import type { LentCopy } from '../loans/copy';
import type { QueuedHold, TitleCirculation } from '../records/title-circulation';
import { waits } from './queue';

type FreeCopy = Pick<LentCopy, 'barcode' | 'branchId'>;
/** A copy that stands free on its shelf, and the hold that staff fetch it for. */
export type Picked = { readonly hold: QueuedHold; readonly barcode: string };

/** The copy that does for a hold: rather one that stands where it is picked up, rather one that no other hold is for. */
const bestFor = (
  hold: QueuedHold,
  free: readonly FreeCopy[],
  wanted: ReadonlySet<string>,
): FreeCopy | undefined => {
  const fitting = free.filter(({ barcode }) => hold.barcode === null || hold.barcode === barcode);
  const cost = ({ barcode, branchId }: FreeCopy): number =>
    (hold.barcode === null && wanted.has(barcode) ? 2 : 0) + (branchId === hold.branchId ? 0 : 1);
  return [...fitting].sort((a, b) => cost(a) - cost(b) || (a.barcode < b.barcode ? -1 : 1))[0];
};

/**
 * Which free copies of a title are fetched for which holds: those that wait, in the order of the queue, as far as the
 * copies go. A hold meets a free copy where it was placed in spite of one, or wakes from its rest.
 */
export const picksOf = (
  { holds }: Pick<TitleCirculation, 'holds'>,
  copies: readonly FreeCopy[],
  today: Day,
): readonly Picked[] => {
  const waiting = holds.filter((hold) => waits(hold, today));
  const wanted = new Set(waiting.flatMap(({ barcode }) => barcode ?? []));
  const picks: Picked[] = [];
  let free = copies;
  for (const hold of waiting) {
    const copy = bestFor(hold, free, wanted);
    if (copy === undefined) continue;
    picks.push({ hold, barcode: copy.barcode });
    free = free.filter(({ barcode }) => barcode !== copy.barcode);
  }
  return picks;
};
