import { failureNote } from '../../format/block-notes';
import { loanRow } from '../../format/loan-row';
import { libraryDayOf } from '../../platform/clock';
import type { LoansStore } from '../../stores/circulation/loans-store';
import type { Session } from '../../stores/session';
import { failureActions } from '../../wording/zh-CN/failures';
import { homeWording } from '../../wording/zh-CN/home';

/** What belongs to the card that is bound, if one is. */
export type MineStores = { readonly session: Session; readonly loans: LoansStore };

/** What the home page says of what is borrowed. */
type Mine = {
  readonly aside: string;
  readonly title: string;
  readonly action: string;
  readonly isLate: boolean;
};

export type MineState = 'loading' | 'unbound' | 'failed' | 'content' | 'hidden';

/** Where nothing is known of this WeChat because the library could not be reached, other blocks say so. */
export function mineState({ session, loans }: MineStores): MineState {
  if (session.status === 'unbound') return 'unbound';
  if (session.status === 'failed' && loans.list.status !== 'content') return 'hidden';
  return loans.list.status;
}

function borrowed({ list, loans, renewable }: LoansStore): Mine {
  const today = libraryDayOf(list);
  const rows = loans.map((loan) => loanRow(loan, today));
  const [first] = rows;
  const late = rows.filter(({ tone }) => tone === 'overdue').length;
  if (first === undefined) {
    const { nothingBorrowed: aside, invitationToBorrow: title } = homeWording;
    return { aside, title, action: '', isLate: false };
  }
  return {
    aside: homeWording.borrowed(rows.length, rows.filter(({ tone }) => tone === 'soon').length, late),
    title: homeWording.bookDue(first.title, first.dueDay),
    action: renewable.length === 0 || list.isOutOfDate ? '' : homeWording.renewAll,
    isLate: late > 0,
  };
}

const nothing: Mine = { aside: '', title: '', action: '', isLate: false };

/** The card under the search field: what is due next, or the way to bind a card. */
export function mineView(stores: MineStores): Mine {
  const state = mineState(stores);
  if (state === 'content') return borrowed(stores.loans);
  const { bind, bindLead, go, loans } = homeWording;
  if (state === 'unbound') return { aside: bind, title: bindLead, action: go, isLate: false };
  if (state !== 'failed') return nothing;
  const { title } = failureNote('circulation.loans', stores.loans.list.failure);
  return { aside: loans, title, action: failureActions.retry, isLate: false };
}
