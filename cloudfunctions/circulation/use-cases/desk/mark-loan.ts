import { maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Parsed } from '../../../kernel/contract';
import type { Answer } from '../../../kernel/serve';
import type { deskActions } from '../../contract/desk';
import type { Loan, LoanEventKind } from '../../domain/loans/loan';
import { atDesk, type AtDesk, type DeskNeeds } from './desk';

type Mark = typeof deskActions.markLoan;
type Asked = Parsed<Mark>;

const fields = {
  recalled: 'recalled',
  'reported-lost': 'reportedLost',
  'claimed-returned': 'claimedReturned',
} as const satisfies Readonly<Record<Asked['mark'], keyof Loan>>;
const withdrawn = {
  recalled: 'recall-withdrawn',
  'reported-lost': 'lost-withdrawn',
  'claimed-returned': 'claim-withdrawn',
} as const satisfies Readonly<Record<Asked['mark'], LoanEventKind>>;

const tellRecall = ({ records, at }: AtDesk, { loanId, card, title, dueOn }: Loan) =>
  records.tell({
    key: `recalled-${loanId}`,
    openid: null,
    card,
    kind: 'recalled',
    details: { loanId, title, dueOn },
    at,
  });

const note = async (desk: AtDesk, loan: Loan, { mark, isOn, requestKey }: Asked): Promise<void> => {
  const { records, copy, at } = desk;
  if (loan[fields[mark]] === isOn) return;
  const kind = isOn ? mark : withdrawn[mark];
  const line = { at, kind, from: loan.dueOn, to: loan.dueOn, requestKey };
  await records.keepLoan({ ...loan, [fields[mark]]: isOn, history: [...loan.history, line] });
  if (mark === 'recalled' && isOn) await tellRecall(desk, loan);
  // A copy that is lost is not hoped for; found again, it is on loan as before.
  if (mark === 'reported-lost')
    await records.markCopy(copy, { status: isOn ? 'missing' : 'on-loan', dueOn: loan.dueOn });
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
      { barcode, requestKey, action: 'circulation.markLoan', request, reason },
      async (desk) => {
        const open = desk.title.loans.find((one) => one.barcode === barcode);
        const loan = open ? await desk.records.loan(open.loanId) : null;
        if (loan === null) return { refused: [{ code: 'not-on-loan' as const }] };
        await note(desk, loan, asked);
        const { title, card, dueOn, loanId } = loan;
        const answer = { title, maskedCard: maskCard(card), dueOn };
        return { answer, title: desk.title, card, target: loanId };
      },
    );
  };
