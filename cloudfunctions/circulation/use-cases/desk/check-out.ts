import { maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Output, Parsed, Reason } from '../../../kernel/contract';
import { libraryDay } from '../../../kernel/library-day';
import { refuse } from '../../../kernel/result';
import type { Answer } from '../../../kernel/serve';
import type { deskActions } from '../../contract/desk';
import { decideCheckOut, loanDueOn, type CheckOutCase } from '../../domain/loans/check-out-decision';
import { freeAmong } from '../../domain/loans/copy';
import type { Loan } from '../../domain/loans/loan';
import { newLoan } from '../../domain/loans/new-loan';
import type { LoanOfTitle } from '../../domain/records/title-circulation';
import type { CardOfText, CategoryOf, ClosedDays } from '../../ports/records';
import { openLoanOf } from './loan-of-copy';
import { atDesk, type AtDesk, type DeskNeeds, type Done } from './desk';
import { collectHold } from '../holds/end-hold';

type CheckOut = typeof deskActions.checkOut;
type Needs = DeskNeeds & {
  readonly cardOfText: CardOfText;
  readonly categoryOf: CategoryOf;
  readonly closedDays: ClosedDays;
  readonly newId: () => string;
};

/** With the loan of a copy that staff moved here from another book while somebody has it. */
const withOpen = (loans: readonly LoanOfTitle[], open: Loan | null): readonly LoanOfTitle[] =>
  open !== null && !loans.some(({ loanId }) => loanId === open.loanId)
    ? [...loans, { loanId: open.loanId, barcode: open.barcode, dueOn: open.dueOn }]
    : loans;

/** What lending is decided on; null where there is no such patron. */
const readCase = async (
  { categoryOf, closedDays }: Needs,
  { records, copy, title, at }: AtDesk,
  card: string,
): Promise<CheckOutCase | null> => {
  const patron = await records.patron(card);
  if (patron === null) return null;
  const category = await categoryOf(patron.category);
  const open = await openLoanOf(records, title, copy.barcode);
  return {
    membership: patron,
    mayBorrow: category?.rights.includes('borrow') ?? false,
    loanLimit: category?.loanLimit ?? 0,
    account: await records.account(card),
    policy: await records.policy(patron.category, copy.itemCategory),
    copy,
    title: {
      ...title,
      loans: withOpen(title.loans, open),
      freeCopies: freeAmong(await records.copiesOf(copy.bookId), title),
    },
    today: libraryDay(at),
    isClosed: await closedDays(copy.branchId),
  };
};

const loanAtDesk = async (
  { records, copy, at }: AtDesk,
  ids: Pick<Loan, 'loanId' | 'forgottenId'>,
  asked: CheckOutCase,
  requestKey: string,
): Promise<Loan> => {
  const dueOn = loanDueOn(asked);
  return newLoan(copy, await records.book(copy.bookId), {
    ...ids,
    card: asked.account.card,
    borrowedOn: asked.today,
    dueOn,
    history: [{ at, kind: 'borrowed', from: null, to: dueOn, requestKey }],
  });
};

const lend = async (needs: Needs, desk: AtDesk, asked: CheckOutCase, requestKey: string) => {
  const { records, copy, at } = desk;
  const ids = { loanId: needs.newId(), forgottenId: needs.newId() };
  const loan = await loanAtDesk(desk, ids, asked, requestKey);
  const { loanId, bookId, barcode, dueOn, card } = loan;
  const { title, account } = await collectHold(needs, records, asked, { barcode, at });
  const openLoans = [...account.openLoans, { loanId, bookId, dueOn }];
  await records.keepLoan(loan);
  await records.keepAccount({ ...account, openLoans });
  await records.markCopy(copy, { status: 'on-loan', dueOn, loans: copy.loans + 1 });
  return {
    answer: { loanId, title: loan.title, dueOn, maskedCard: maskCard(card), openLoans: openLoans.length },
    title: {
      ...title,
      freeCopies: title.freeCopies.filter((free) => free !== barcode),
      loans: [...title.loans, { loanId, barcode, dueOn }],
    },
    card,
    target: loanId,
  };
};

/** Lends a copy to whoever's card was scanned, typed or shown, or says every reason why not. */
export const checkOut =
  (needs: Needs) =>
  async (
    caller: StaffCaller,
    { card: text, barcode, requestKey }: Parsed<CheckOut>,
  ): Promise<Answer<CheckOut>> => {
    const card = await needs.cardOfText(text);
    if (card === null) return refuse({ code: 'no-such-card' as const });
    const request = `check-out/${barcode}/${card}`;
    return atDesk(
      needs,
      caller,
      { barcode, requestKey, action: 'circulation.checkOut', request },
      async (desk): Promise<Done<Output<CheckOut>, Reason<CheckOut>>> => {
        const asked = await readCase(needs, desk, card);
        if (asked === null) return { refused: [{ code: 'no-such-card' as const }] };
        const reasons = decideCheckOut(asked);
        return reasons.length > 0 ? { refused: reasons } : lend(needs, desk, asked, requestKey);
      },
    );
  };
