import { outOfDateNote } from '../../../../format/block-notes';
import { whoOf } from '../../../../format/family-lines';
import { holdRow } from '../../../../format/hold-row';
import { footOf, loanRows, renewalFailure, renewalLines, sheetOf } from '../../../../format/loan-list';
import { yuan } from '../../../../format/money';
import { inPieces } from '../../../../format/pieces';
import { cardFailureNote, unboundNote } from '../../../../format/session-note';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import { branchNamesOf } from '../../../../stores/branch-names';
import { cardState } from '../../../../stores/card-state';
import type { FamilyLoans } from '../../../../stores/circulation/family-loans';
import type { Loan } from '../../../../stores/circulation/loans-store';
import type { Opened } from '../../../../stores/opened';
import type { RemoteValue } from '../../../../stores/remote-value';
import type { Session } from '../../../../stores/session';
import {
  familyLoansWording as wording,
  familyWording,
} from '../../../../wording/zh-CN/membership/family-page';

/** What the page of a linked card's loans stands on. */
type FamilyStores = {
  readonly session: Session;
  readonly shown: FamilyLoans;
  readonly opened: Opened;
  readonly today: RemoteValue<'library.today'>;
};

const dayOf = ({ shown: { loans } }: FamilyStores): string => libraryDayOf(loans.list);

/** The loans as far as the link goes: where it only lets see, none is to be renewed. */
const loansOf = ({ loans, canRenew }: FamilyLoans): readonly Loan[] =>
  canRenew
    ? loans.loans
    : loans.loans.map((loan) =>
        loan.renewal.granted ? { ...loan, renewal: { granted: false, reasons: [] } } : loan,
      );

const openLoanOf = ({ shown, opened }: FamilyStores) =>
  loansOf(shown).find(({ loanId }) => loanId === opened.id);

/** The book of the loan on the sheet. */
export const openBookOf = (stores: FamilyStores): string => openLoanOf(stores)?.bookId ?? '';

function stateOf({ session, shown }: FamilyStores): string {
  if (session.status !== 'unbound' && shown.isOver) return 'empty';
  const isEmpty = shown.loans.loans.length === 0 && (shown.holds.value?.holds ?? []).length === 0;
  return cardState(session, shown.loans.list.status, isEmpty);
}

function sheetFor(stores: FamilyStores) {
  const sheet = sheetOf(openLoanOf(stores), dayOf(stores));
  if (stores.shown.canRenew || stores.shown.link === null) return sheet;
  return { ...sheet, reasons: [{ code: 'see-only', ...wording.seeOnly }] };
}

function asideOf({ shown: { canRenew, link, fines } }: FamilyStores): string {
  const owed = fines.value?.owed ?? 0;
  const right = canRenew ? wording.renewsFor : wording.seeOnly.title;
  return [link === null ? '' : right, owed > 0 ? wording.owed(yuan(owed)) : ''].filter(Boolean).join(' · ');
}

/** What the page shows of its stores. */
export const familyLoansFields = {
  state: stateOf,
  unbound: ({ session }: FamilyStores) => unboundNote(session.isReplaced, familyWording.unboundAdvice),
  failure: ({ session, shown }: FamilyStores) =>
    cardFailureNote(session, 'circulation.loans', shown.loans.list.failure),
  empty: ({ shown }: FamilyStores) =>
    shown.isOver
      ? { title: wording.over, advice: wording.overAdvice, action: wording.back }
      : { title: wording.nothing, advice: '' },
  glyph: ({ shown }: FamilyStores) => (shown.isOver ? wording.overGlyph : wording.nothingGlyph),
  outOfDate: ({ shown }: FamilyStores) => outOfDateNote(shown.loans.list, phoneDay()),
  heading: ({ shown: { link } }: FamilyStores) => (link === null ? wording.title : wording.of(whoOf(link))),
  aside: asideOf,
  isBusy: ({ shown }: FamilyStores) => shown.loans.renewing.length > 0,
  foot: ({ shown }: FamilyStores) => (shown.canRenew ? footOf(shown.loans) : ''),
  renewalFailure: ({ shown }: FamilyStores) => renewalFailure(shown.loans),
  sheet: sheetFor,
  isSheetOpen: (stores: FamilyStores) => stores.opened.isOpen && openLoanOf(stores) !== undefined,
  renewal: (stores: FamilyStores) => renewalLines(stores.shown.loans, dayOf(stores)),
  hasLines: ({ shown: { loans, isOver }, opened }: FamilyStores) =>
    !isOver && !opened.isOpen && (loans.results !== null || loans.isAskedForAll),
  holds: (stores: FamilyStores) =>
    (stores.shown.holds.value?.holds ?? []).map((hold) =>
      holdRow(hold, branchNamesOf(stores.today), dayOf(stores)),
    ),
};

/** The loans, ten a piece. */
export const familyLoansRows = [
  {
    field: 'pieces',
    chunks: (stores: FamilyStores) =>
      inPieces(loanRows({ loans: loansOf(stores.shown), chosen: null }, dayOf(stores))),
  },
];
