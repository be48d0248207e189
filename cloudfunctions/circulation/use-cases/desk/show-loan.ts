import { auditLine, byStaff, maskCard } from '../../../kernel/audit';
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
  (staff: StaffCaller, { barcode, reason }: Parsed<Show>): Promise<Outcome<Show>> =>
    inCirculation(async (records): Promise<Outcome<Show>> => {
      const last = await records.lastLoanOf(barcode);
      const loan = last && (await records.loan(last.loanId));
      if (loan?.returnedOn !== null)
        return refuse({ code: (await records.copy(barcode)) === null ? 'no-such-copy' : 'not-on-loan' });
      const about = { card: loan.card, pseudonym: await records.pseudonymOf(loan.card) };
      const deed = { action: 'circulation.loanAtDesk', reason, target: loan.loanId, at: now() };
      await records.audit(auditLine(byStaff(staff), about, deed));
      return ok(shownAtDesk(loan));
    });
