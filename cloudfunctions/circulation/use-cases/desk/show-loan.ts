import { maskCard } from '../../../kernel/audit';
import type { StaffCaller } from '../../../kernel/caller';
import type { Outcome, Output, Parsed } from '../../../kernel/contract';
import { ok, refuse } from '../../../kernel/result';
import type { deskActions } from '../../contract/desk';
import type { Loan } from '../../domain/loans/loan';
import { marksOf } from '../../domain/loans/loan-marks';
import type { DeskNeeds } from './desk';

type Show = typeof deskActions.loanAtDesk;

/** A loan as the desk sees it: whose it is stays masked. */
export const shownAtDesk = (loan: Loan): Output<Show> => ({
  title: loan.title,
  maskedCard: maskCard(loan.card),
  borrowedOn: loan.borrowedOn,
  dueOn: loan.dueOn,
  marks: marksOf(loan),
});

/** The loan of a copy that is out, wherever staff have put the copy meanwhile; the look is noted with its reason. */
export const showLoanAtDesk =
  ({ inCirculation, now }: DeskNeeds) =>
  ({ openid, role }: StaffCaller, { barcode, reason }: Parsed<Show>): Promise<Outcome<Show>> =>
    inCirculation(async (records): Promise<Outcome<Show>> => {
      const last = await records.lastLoanOf(barcode);
      const loan = last && (await records.loan(last.loanId));
      if (loan?.returnedOn !== null)
        return refuse({ code: (await records.copy(barcode)) === null ? 'no-such-copy' : 'not-on-loan' });
      await records.audit({
        actor: { kind: 'staff', openid, role },
        action: 'circulation.loanAtDesk',
        patron: await records.pseudonymOf(loan.card),
        maskedCard: maskCard(loan.card),
        result: 'done',
        reason,
        target: loan.loanId,
        at: now(),
      });
      return ok(shownAtDesk(loan));
    });
