import { failureNote } from '../../../../format/block-notes';
import { dayLabel } from '../../../../format/day-labels';
import { cardAtDesk, checkedIn, checkedOut, checkOutReasons } from '../../../../format/desk-lines';
import { libraryDayOf } from '../../../../platform/clock';
import { branchNamesOf } from '../../../../stores/branch-names';
import type { DeskMode, DeskStore } from '../../../../stores/staff/desk-store';
import type { RemoteValue } from '../../../../stores/remote-value';
import { deskWording } from '../../../../wording/zh-CN/staff/desk-page';

export type DeskStores = { readonly desk: DeskStore; readonly today: RemoteValue<'library.today'> };

const modes: readonly DeskMode[] = ['in', 'out', 'shelf', 'pick'];
const dayOf = ({ today }: DeskStores): string => libraryDayOf(today);

function refusalOf({ desk }: DeskStores): { readonly title: string; readonly advice: string } {
  const { checkingIn, checkingOut, mode, patron } = desk;
  if (mode === 'out' && patron.failure !== null)
    return failureNote('membership.readCardCode', patron.failure);
  if (mode === 'in') return failureNote('circulation.checkIn', checkingIn.failure);
  const note = failureNote('circulation.checkOut', checkingOut.failure);
  const codes = checkingOut.reasons.map(({ code }) => code);
  return codes.length > 1 ? { ...note, title: checkOutReasons(codes) } : note;
}

function shelfState({ desk }: DeskStores): string {
  const shown = desk.mode === 'pick' ? desk.picks : desk.shelf;
  if (shown !== null) return shown.length === 0 ? 'empty' : 'content';
  return desk.shelfFailure === null ? 'loading' : 'failed';
}

/** What waits on the pickup shelf. */
const shelvedLines = (stores: DeskStores) =>
  (stores.desk.shelf ?? []).map(({ barcode, title, maskedCard, pickupBy, hasLapsed }) => ({
    barcode,
    title,
    hasLapsed,
    facts: hasLapsed
      ? deskWording.lapsed
      : deskWording.pickupBy(maskedCard, dayLabel(pickupBy, dayOf(stores))),
    place: barcode,
  }));

/** What is fetched from the shelves. */
const pickLines = (stores: DeskStores) =>
  (stores.desk.picks ?? []).map(({ barcode, title, callNumber, shelf, maskedCard, pickupBranchId }) => ({
    barcode,
    title,
    hasLapsed: false,
    facts: deskWording.pickFrom(
      [shelf, callNumber].filter((part) => part !== null).join(' ') || deskWording.noPlace,
      barcode,
    ),
    place: deskWording.pickFor(maskedCard, branchNamesOf(stores.today)[pickupBranchId] ?? pickupBranchId),
  }));

/** What the desk shows of its stores. */
export const deskFields = {
  mode: ({ desk }: DeskStores) => desk.mode,
  modes: ({ desk }: DeskStores) =>
    modes.map((mode) => ({ mode, name: deskWording.modes[mode], isChosen: mode === desk.mode })),
  /** Why there is no branch to choose, with which nothing can be taken back. */
  branchesFailure: ({ today }: DeskStores) =>
    today.status === 'failed' ? failureNote('library.today', today.failure).title : '',
  branches: ({ desk, today }: DeskStores) =>
    (today.value?.branches ?? []).map(({ branchId, name }) => ({
      branchId,
      name,
      isChosen: branchId === desk.branchId,
    })),
  card: ({ desk }: DeskStores) => desk.patron.card,
  cardHint: ({ desk }: DeskStores) => (desk.patron.isReading ? deskWording.reading : deskWording.cardHint),
  patron: ({ desk: { patron } }: DeskStores) =>
    patron.shown === null ? null : cardAtDesk(patron.shown, libraryDayOf(patron)),
  isBusy: ({ desk }: DeskStores) => desk.isBusy,
  refusal: refusalOf,
  lines: (stores: DeskStores) => {
    const surroundings = { branchNames: branchNamesOf(stores.today), today: dayOf(stores) };
    return stores.desk.lines.map((line) => ({
      place: line.place,
      ...(line.kind === 'in' ? checkedIn(line.result, surroundings) : checkedOut(line.result, surroundings)),
    }));
  },
  shelfState,
  shelfFailure: ({ desk }: DeskStores) => failureNote('circulation.pickupShelf', desk.shelfFailure),
  shelfEmpty: ({ desk }: DeskStores) =>
    desk.mode === 'pick'
      ? { title: deskWording.pickEmpty, advice: deskWording.pickEmptyAdvice }
      : { title: deskWording.shelfEmpty, advice: deskWording.shelfEmptyAdvice },
  shelf: (stores: DeskStores) => (stores.desk.mode === 'pick' ? pickLines(stores) : shelvedLines(stores)),
};
