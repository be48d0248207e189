import type { StaffCaller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import type { Answer } from '../../../kernel/serve';
import type { deskActions } from '../../contract/desk';
import type { Loan, LoanEventKind } from '../../domain/loans/loan';
import { markFields } from '../../domain/loans/loan-marks';
import { atDesk, type AtDesk, type DeskNeeds } from './desk';
import { goneCopy, openLoanOf } from './loan-of-copy';
import { shownAtDesk } from './show-loan';

type Mark = typeof deskActions.markLoan;
type Asked = Parsed<Mark>;

const withdrawn = {
  recalled: 'recall-withdrawn',
  'reported-lost': 'lost-withdrawn',
  'claimed-returned': 'claim-withdrawn',
} as const satisfies Readonly<Record<Asked['mark'], LoanEventKind>>;

/** Each recall is an event of its own: one that follows a withdrawn one is told anew, and leaves what was told before. */
const tellRecall = ({ records, at }: AtDesk, { loanId, card, title, dueOn, history }: Loan) =>
  records.tell({
    key: `recalled-${loanId}-${history.filter(({ kind }) => kind === 'recalled').length}`,
    openid: null,
    card,
    kind: 'recalled',
    details: { loanId, title, dueOn },
    at,
  });

/** The loan with the mark on or off. */
const note = async (desk: AtDesk, loan: Loan, { mark, isOn, requestKey }: Asked): Promise<Loan> => {
  const { records, copy, isGone, at } = desk;
  if (loan[markFields[mark]] === isOn) return loan;
  const kind = isOn ? mark : withdrawn[mark];
  const line = { at, kind, from: loan.dueOn, to: loan.dueOn, requestKey };
  const marked = { ...loan, [markFields[mark]]: isOn, history: [...loan.history, line] };
  await records.keepLoan(marked);
  if (mark === 'recalled' && isOn) await tellRecall(desk, marked);
  // A copy that is lost is not hoped for; found again, it is on loan as before.
  if (mark === 'reported-lost' && !isGone)
    await records.markCopy(copy, { status: isOn ? 'missing' : 'on-loan', dueOn: loan.dueOn });
  return marked;
};

/** Recalls a loan, notes that it was reported lost or claimed to be returned, or takes that back. */
export const markLoan =
  (needs: DeskNeeds) =>
  (caller: StaffCaller, asked: Asked): Promise<Answer<Mark>> => {
    const { barcode, requestKey, mark, isOn, reason } = asked;
    const request = `mark/${barcode}/${mark}/${isOn}`;
    return atDesk(
      needs,
      caller,
      { barcode, requestKey, action: 'circulation.markLoan', request, reason, goneCopy: goneCopy(barcode) },
      async (desk) => {
        const loan = await openLoanOf(desk.records, desk.title, barcode);
        if (loan === null)
          return { refused: [{ code: desk.isGone ? ('no-such-copy' as const) : ('not-on-loan' as const) }] };
        const answer = shownAtDesk(await note(desk, loan, asked));
        return { answer, title: desk.title, card: loan.card, target: loan.loanId };
      },
    );
  };
