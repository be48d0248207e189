import { authorLine } from '../../../../format/book-lines';
import { dayLabel } from '../../../../format/day-labels';
import { inPieces } from '../../../../format/pieces';
import { sideBySide } from '../../../../format/side-by-side';
import { phoneDay } from '../../../../platform/clock';
import { cardState } from '../../../../stores/card-state';
import type { HistoryOrder, HistoryStore } from '../../../../stores/circulation/history-store';
import type { Session } from '../../../../stores/session';
import { historyWording } from '../../../../wording/zh-CN/circulation/history';

type HistoryStores = { readonly session: Session; readonly history: HistoryStore };

/** `content` also where the history is off: the page then says what switching it on does. */
export function historyState({ session, history }: HistoryStores): string {
  const state = cardState(session, history.choices.status, false);
  return state === 'content' && history.isOn ? history.pages.status : state;
}

/** The ways to sort, and which is chosen. */
export const historyOrders = (order: HistoryOrder) =>
  (['returned', 'borrowed', 'title'] as const).map((value) => ({
    value,
    label: historyWording.orders[value],
    isChosen: value === order,
  }));

/** The returned loans in lines. */
export const historyPieces = ({ history }: HistoryStores) =>
  inPieces(
    history.loans.map(({ loanId, bookId, title, authors, borrowedOn, returnedOn, renewals }) => ({
      loanId,
      bookId,
      title,
      byline: authorLine(authors),
      facts: sideBySide(
        historyWording.borrowed(dayLabel(borrowedOn, phoneDay()), dayLabel(returnedOn, phoneDay())),
        renewals > 0 ? historyWording.renewals(renewals) : '',
      ),
    })),
    20,
  );
