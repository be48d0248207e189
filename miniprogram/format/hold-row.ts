import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { holdsWording, holdStateWording } from '../wording/zh-CN/circulation/holds-page';
import { dayAfter, dayLabel } from './day-labels';
import type { BranchNames } from './result-row';
import { sideBySide } from './side-by-side';

type Hold = Output<ActionOf<'circulation.holds'>>['holds'][number];

export type HoldRow = {
  readonly holdId: string;
  readonly bookId: string;
  readonly title: string;
  readonly state: string;
  readonly isReady: boolean;
  readonly facts: string;
  readonly where: string;
  readonly canSuspend: boolean;
  readonly isSuspended: boolean;
};

function stateOf(hold: Hold, today: string): string {
  if (hold.state === 'suspended' && hold.suspendedUntil !== null)
    return holdsWording.suspended(dayLabel(hold.suspendedUntil, today));
  if (hold.state === 'waiting' && hold.place !== null) return holdsWording.place(hold.place);
  return holdStateWording[hold.state];
}

function factsOf(hold: Hold, today: string): string {
  if (hold.pickupBy !== null) return sideBySide(holdsWording.pickupBy(dayLabel(hold.pickupBy, today)));
  if (hold.state === 'in-transit') return '';
  const expected =
    hold.expectedOn === null
      ? holdsWording.notExpected
      : holdsWording.expected(dayLabel(hold.expectedOn, today));
  const copies = hold.copies > 0 ? holdsWording.copies(hold.copies) : '';
  return sideBySide(expected, hold.barcode === null ? copies : holdsWording.onlyThis);
}

/** A hold as it stands on `today`. */
export const holdRow = (hold: Hold, branchNames: BranchNames, today: string): HoldRow => ({
  holdId: hold.holdId,
  bookId: hold.bookId,
  title: hold.title,
  state: stateOf(hold, today),
  isReady: hold.state === 'ready',
  facts: factsOf(hold, today),
  where: holdsWording.pickup(branchNames[hold.branchId] ?? holdsWording.unknownBranch),
  canSuspend: hold.state === 'waiting',
  isSuspended: hold.state === 'suspended',
});

const usualRestDays = 14;

/** From when until when a hold may be suspended on `today`, and the day that is offered first. */
export const restChoice = (
  through: string | undefined,
  today: string,
): { readonly from: string; readonly through: string; readonly usual: string } => {
  const usual = dayAfter(today, usualRestDays);
  const last = through ?? usual;
  return { from: dayAfter(today, 1), through: last, usual: usual < last ? usual : last };
};
