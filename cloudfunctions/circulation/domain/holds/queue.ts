import { addDays, type Day } from '../../../kernel/library-day';
import type { QueuedHold, TitleCirculation } from '../records/title-circulation';

/** A hold as it is when it is placed: at the end of the queue, without a copy. */
export const waitingHold = (
  placed: Pick<QueuedHold, 'holdId' | 'card' | 'barcode' | 'branchId' | 'placedAt'>,
): QueuedHold => ({
  ...placed,
  state: 'waiting',
  suspendedUntil: null,
  keptBarcode: null,
  pickupBy: null,
});

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

/** Whether a copy is on a pickup shelf, or on its way there, for somebody else's hold. */
export const isKeptForOther = (
  { holds }: Pick<TitleCirculation, 'holds'>,
  barcode: string,
  card: string,
): boolean => holds.some((hold) => hold.keptBarcode === barcode && hold.card !== card);

/** The first hold that a copy can be given to: one that waits, for this copy or for any. */
export const firstFor = (
  { holds }: Pick<TitleCirculation, 'holds'>,
  barcode: string,
  today: Day,
): QueuedHold | undefined =>
  holds.find((hold) => waits(hold, today) && (hold.barcode === null || hold.barcode === barcode));

/** The place in the queue, from 1, of a hold on a copy or on any, among those before it that wait; null once it has a copy. */
export const placeOf = (
  { holds }: Pick<TitleCirculation, 'holds'>,
  holdId: string,
  today: Day,
): number | null => {
  const at = holds.findIndex((hold) => hold.holdId === holdId);
  const own = holds[at];
  if (own?.state !== 'waiting') return null;
  return (
    1 +
    holds
      .slice(0, at)
      .filter(
        (hold) =>
          waits(hold, today) &&
          (hold.barcode === null || own.barcode === null || hold.barcode === own.barcode),
      ).length
  );
};

/** The days from which each copy may be had: free ones today, those on loan from their due days, kept ones after their holds. */
const daysOfCopies = (
  { loans, freeCopies, holds }: TitleCirculation,
  barcode: string | null,
  cycleDays: number,
  today: Day,
): Day[] => {
  const all = [
    ...freeCopies.map((free) => ({ barcode: free, day: today })),
    ...loans.map((loan) => ({ barcode: loan.barcode, day: loan.dueOn < today ? today : loan.dueOn })),
    ...holds.flatMap(({ keptBarcode, pickupBy }) =>
      keptBarcode === null ? [] : [{ barcode: keptBarcode, day: addDays(pickupBy ?? today, cycleDays) }],
    ),
  ];
  return all
    .filter((copy) => barcode === null || copy.barcode === barcode)
    .map(({ day }) => day)
    .sort();
};

/** How many copies serve a hold on any copy, or on one: free, on loan, or kept for a hold. */
export const copiesBehind = (
  { freeCopies, loans, holds }: TitleCirculation,
  barcode: string | null,
): number => {
  const all = [
    ...freeCopies,
    ...loans.map((loan) => loan.barcode),
    ...holds.flatMap(({ keptBarcode }) => keptBarcode ?? []),
  ];
  return all.filter((one) => barcode === null || one === barcode).length;
};

/**
 * When the one at a place of the queue may have a copy: the copies go round, each lent for `cycleDays` to whoever comes
 * before. An overdue copy is hoped for today. null where there is no copy.
 */
export const expectedDay = (
  title: TitleCirculation,
  barcode: string | null,
  place: number,
  cycleDays: number,
  today: Day,
): Day | null => {
  const days = daysOfCopies(title, barcode, cycleDays, today);
  const first = days[(place - 1) % Math.max(1, days.length)];
  return first === undefined ? null : addDays(first, Math.floor((place - 1) / days.length) * cycleDays);
};

/** When a hold at its place may have a copy: one that rests, not before the day on which it counts again. */
export const expectedDayOf = (
  title: TitleCirculation,
  hold: Pick<QueuedHold, 'barcode' | 'suspendedUntil'>,
  place: number,
  cycleDays: number,
  today: Day,
): Day | null => {
  const day = expectedDay(title, hold.barcode, place, cycleDays, today);
  const wakesOn = hold.suspendedUntil;
  return day === null || wakesOn === null || day > wakesOn ? day : wakesOn;
};
