import type { Day } from '../../kernel/library-day';
import type { QueuedHold, TitleCirculation } from './title-circulation';

/** Whether a hold rests: its patron suspended it, and its day has not come. */
export const rests = ({ suspendedUntil }: Pick<QueuedHold, 'suspendedUntil'>, today: Day): boolean =>
  suspendedUntil !== null && today < suspendedUntil;

/** Whether a hold waits for a copy now: it has none yet, and does not rest. */
export const waits = (hold: QueuedHold, today: Day): boolean =>
  hold.state === 'waiting' && !rests(hold, today);

/** Others' holds that wait: for any copy of the title, and for this very copy. A sister copy's count for nothing. */
export const waitingOthers = (
  { holds }: Pick<TitleCirculation, 'holds'>,
  card: string,
  barcode: string,
  today: Day,
) => {
  const others = holds.filter((hold) => hold.card !== card && waits(hold, today));
  return {
    onTitle: others.filter((hold) => hold.barcode === null).length,
    onCopy: others.filter((hold) => hold.barcode === barcode).length,
  };
};

/** How many copies are free for anyone: one that somebody else's hold waits for is not. */
export const freeForAnyone = (
  { holds, freeCopies }: Pick<TitleCirculation, 'holds' | 'freeCopies'>,
  card: string,
  today: Day,
): number =>
  freeCopies.filter(
    (barcode) => !holds.some((hold) => hold.barcode === barcode && hold.card !== card && waits(hold, today)),
  ).length;
