import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { checkOutRefusals } from '../wording/zh-CN/staff/desk';
import { deskWording as words } from '../wording/zh-CN/staff/desk-page';
import { cardFacts, type CardLines } from './card-lines';
import { dayLabel } from './day-labels';
import { yuan } from './money';
import type { BranchNames } from './result-row';

type CheckedIn = Output<ActionOf<'circulation.checkIn'>>;
type CheckedOut = Output<ActionOf<'circulation.checkOut'>>;
type ScannedCard = Output<ActionOf<'membership.readCardCode'>>;
type Surroundings = { readonly branchNames: BranchNames; readonly today: string };

/** What was done with a copy: its title, where it goes, and what the patron owes for it. */
export type DeskText = { readonly title: string; readonly where: string; readonly note: string };

function whereTo({ destination }: CheckedIn, { branchNames, today }: Surroundings): string {
  const branch = branchNames[destination.branchId] ?? destination.branchId;
  if (destination.to === 'shelf') return words.toShelf(branch, destination.shelf ?? '').trim();
  if (destination.to === 'pickup-shelf')
    return words.toPickup(branch, destination.maskedCard, dayLabel(destination.pickupBy, today));
  return destination.maskedCard === null
    ? words.toBranch(branch)
    : words.toBranchFor(branch, destination.maskedCard);
}

function noteOf({ loan }: CheckedIn, today: string): string {
  if (loan === null) return words.notOnLoan;
  return [
    loan.overdueDays > 0 ? words.late(loan.overdueDays, yuan(loan.fine)) : '',
    loan.suspendedUntil === null ? '' : words.suspended(dayLabel(loan.suspendedUntil, today)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A copy that was taken back. */
export const checkedIn = (result: CheckedIn, surroundings: Surroundings): DeskText => ({
  title: result.title,
  where: whereTo(result, surroundings),
  note: noteOf(result, surroundings.today),
});

/** A copy that was lent. */
export const checkedOut = (result: CheckedOut, { today }: Surroundings): DeskText => ({
  title: result.title,
  where: words.lent(dayLabel(result.dueOn, today), result.maskedCard, result.openLoans),
  note: '',
});

const notLent: Readonly<Record<ScannedCard['standing'], string>> = {
  active: '',
  suspended: checkOutRefusals['membership-suspended'].title,
  expired: checkOutRefusals['membership-expired'].title,
};

/** A card that was scanned, in lines for staff: its number in full, to be compared. */
export const cardAtDesk = (card: ScannedCard, today: string): CardLines => ({
  name: card.name,
  number: card.card,
  facts: cardFacts(card, today),
  warning: notLent[card.standing],
});

const known: Readonly<Record<string, { readonly title: string }>> = checkOutRefusals;

/** Every reason why a copy is not lent, in one line; the headline's advice stands under it. */
export const checkOutReasons = (codes: readonly string[]): string =>
  codes.flatMap((code) => known[code]?.title ?? []).join(words.reasonsBetween);
