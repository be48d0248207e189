import { outOfDateNote } from '../../format/block-notes';
import { footOf, loanRows, renewalFailure, renewalLines, sheetOf } from '../../format/loan-list';
import { inPieces } from '../../format/pieces';
import { noRenewSheet } from '../../format/renew-sheet';
import { noRenewalLines } from '../../format/renewal-results';
import { cardFailureNote, unboundNote } from '../../format/session-note';
import { libraryDayOf, phoneDay } from '../../platform/clock';
import { cardState } from '../../stores/card-state';
import type { LoansStore } from '../../stores/circulation/loans-store';
import type { Opened } from '../../stores/opened';
import type { Session } from '../../stores/session';
import { failureActions } from '../../wording/zh-CN/failures';
import { loansWording } from '../../wording/zh-CN/circulation/loans';
import { sessionWording } from '../../wording/zh-CN/session';

/** What the loans tab stands on. */
export type LoansStores = {
  readonly session: Session;
  readonly loans: LoansStore;
  readonly opened: Opened;
};

/** The day that rows are told by: the library's, or the phone's where they come from its storage. */
const dayOf = ({ loans: { list } }: LoansStores): string => libraryDayOf(list);

const openLoanOf = ({ loans, opened }: LoansStores) => loans.loans.find(({ loanId }) => loanId === opened.id);

/** The book of the loan on the sheet. */
export const openBookOf = (stores: LoansStores): string => openLoanOf(stores)?.bookId ?? '';

/** What the page shows of its stores. */
export const loansFields = {
  state: ({ session, loans }: LoansStores) => cardState(session, loans.list.status, loans.loans.length === 0),
  part: ({ loans }: LoansStores) => loansWording.now(loans.loans.length),
  unbound: ({ session }: LoansStores) => unboundNote(session.isReplaced, sessionWording.loansAdvice),
  failure: ({ session, loans }: LoansStores) =>
    cardFailureNote(session, 'circulation.loans', loans.list.failure),
  outOfDate: ({ loans }: LoansStores) => outOfDateNote(loans.list, phoneDay()),
  isChoosing: ({ loans }: LoansStores) => loans.chosen !== null,
  canChoose: ({ loans }: LoansStores) => loans.renewable.length > 1,
  isBusy: ({ loans }: LoansStores) => loans.renewing.length > 0,
  foot: ({ loans }: LoansStores) => footOf(loans),
  renewalFailure: ({ loans }: LoansStores) => renewalFailure(loans),
  sheet: (stores: LoansStores) => sheetOf(openLoanOf(stores), dayOf(stores)),
  isSheetOpen: (stores: LoansStores) => stores.opened.isOpen && openLoanOf(stores) !== undefined,
  renewal: (stores: LoansStores) => renewalLines(stores.loans, dayOf(stores)),
  hasLines: ({ loans, opened }: LoansStores) =>
    !opened.isOpen && (loans.results !== null || loans.isAskedForAll),
};

/** The loans, ten a piece. */
export const loansRows = [
  { field: 'pieces', chunks: (stores: LoansStores) => inPieces(loanRows(stores.loans, dayOf(stores))) },
];

/** What it shows before its stores have said anything. */
export const loansAtFirst = {
  wording: loansWording,
  actions: failureActions,
  state: 'loading',
  failure: { title: '', advice: '' },
  unbound: { title: '', advice: '', action: '' },
  empty: {
    title: loansWording.nothing,
    advice: loansWording.nothingAdvice,
    action: loansWording.find,
  },
  pieces: [],
  sheet: noRenewSheet,
  renewal: noRenewalLines,
  renewalFailure: '',
};
