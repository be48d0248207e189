import { failureNote, outOfDateNote } from '../../format/block-notes';
import { loanRow } from '../../format/loan-row';
import { inPieces } from '../../format/pieces';
import { noRenewSheet, renewSheet } from '../../format/renew-sheet';
import { renewalPlan, renewalResults } from '../../format/renewal-results';
import { unboundNote } from '../../format/session-note';
import { libraryDayOf, phoneDay } from '../../platform/clock';
import type { LoansStore } from '../../stores/circulation/loans-store';
import type { Opened } from '../../stores/opened';
import type { Session } from '../../stores/session';
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

function stateOf({ session, loans }: LoansStores): string {
  if (session.status === 'unbound') return 'unbound';
  if (session.status === 'failed') return 'failed';
  if (loans.list.status !== 'content') return loans.list.status;
  return loans.loans.length === 0 ? 'empty' : 'content';
}

function rowsOf(stores: LoansStores) {
  const { loans } = stores;
  return loans.loans.map((loan) => ({
    ...loanRow(loan, dayOf(stores)),
    isChosen: loans.chosen?.includes(loan.loanId) ?? false,
  }));
}

const openLoanOf = ({ loans, opened }: LoansStores) => loans.loans.find(({ loanId }) => loanId === opened.id);

/** The book of the loan on the sheet. */
export const openBookOf = (stores: LoansStores): string => openLoanOf(stores)?.bookId ?? '';

function sheetOf(stores: LoansStores) {
  const loan = openLoanOf(stores);
  return loan === undefined ? noRenewSheet : renewSheet(loan, dayOf(stores));
}

/** What the large button at the foot says; empty where there is nothing to renew. */
function footOf({ loans }: LoansStores): string {
  if (loans.renewing.length > 0) return loansWording.renewing;
  if (loans.list.isOutOfDate) return '';
  if (loans.chosen !== null) return loansWording.renewChosen(loans.chosen.length);
  return loans.renewable.length === 0 ? '' : loansWording.renewAll(loans.renewable.length);
}

/** Why a renewal of several got no answer: nobody knows whether it happened. */
const failureText = ({ loans: { failure } }: LoansStores): string => {
  if (failure === null) return '';
  return failure === 'unavailable'
    ? loansWording.notKnown
    : failureNote('circulation.renewMany', failure).title;
};

/** The sheet of several loans: what a renewal did to each, or would do. */
const linesOf = (stores: LoansStores) =>
  stores.loans.results === null
    ? renewalPlan(stores.loans.renewable, dayOf(stores))
    : renewalResults(stores.loans.results, dayOf(stores));

/** What the page shows of its stores. */
export const loansFields = {
  state: stateOf,
  part: ({ loans }: LoansStores) => loansWording.now(loans.loans.length),
  unbound: ({ session }: LoansStores) => unboundNote(session.isReplaced, sessionWording.loansAdvice),
  failure: ({ session, loans }: LoansStores) =>
    session.failure === null
      ? failureNote('circulation.loans', loans.list.failure)
      : failureNote('membership.session', session.failure),
  outOfDate: ({ loans }: LoansStores) => outOfDateNote(loans.list, phoneDay()),
  isChoosing: ({ loans }: LoansStores) => loans.chosen !== null,
  canChoose: ({ loans }: LoansStores) => loans.renewable.length > 1,
  isBusy: ({ loans }: LoansStores) => loans.renewing.length > 0,
  foot: footOf,
  renewalFailure: failureText,
  sheet: sheetOf,
  isSheetOpen: (stores: LoansStores) => stores.opened.isOpen && openLoanOf(stores) !== undefined,
  renewal: linesOf,
  hasLines: ({ loans, opened }: LoansStores) =>
    !opened.isOpen && (loans.results !== null || loans.isAskedForAll),
};

/** The loans, ten a piece. */
export const loansRows = [{ field: 'pieces', chunks: (stores: LoansStores) => inPieces(rowsOf(stores)) }];
