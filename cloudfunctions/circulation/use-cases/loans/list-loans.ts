import type { PatronCaller } from '../../../kernel/caller';
import type { Clock } from '../../../kernel/clock';
import type { Outcome } from '../../../kernel/contract';
import { daysBetween, libraryDay, type Day } from '../../../kernel/library-day';
import { ok } from '../../../kernel/result';
import type { circulation } from '../../contract';
import { latePenalty } from '../../domain/fines/fine';
import { dueFirst, type Loan } from '../../domain/loans/loan';
import { decideRenewal, renewalsLeft } from '../../domain/loans/renewal-decision';
import { untouchedTitle } from '../../domain/records/title-circulation';
import type { CirculationReads, ClosedDays } from '../../ports/records';
import { renewingPatron } from './renewal-case';

type List = typeof circulation.loans;
type Needs = { readonly reads: CirculationReads; readonly closedDays: ClosedDays; readonly now: Clock };

const shown = (loan: Loan, today: Day) => ({
  loanId: loan.loanId,
  barcode: loan.barcode,
  bookId: loan.bookId,
  title: loan.title,
  authors: [...loan.authors],
  branchId: loan.branchId,
  borrowedOn: loan.borrowedOn,
  dueOn: loan.dueOn,
  daysLeft: daysBetween(today, loan.dueOn),
  renewals: loan.renewals,
});

/** What a patron has on loan, due first, each loan with what renewing it would do at this moment. */
export const listLoans =
  ({ reads, closedDays, now }: Needs) =>
  async ({ patron: { card } }: PatronCaller): Promise<Outcome<List>> => {
    const today = libraryDay(now());
    const [patron, account, loans] = await Promise.all([
      reads.patron(card),
      reads.account(card),
      reads.openLoans(card),
    ]);
    const bookIds = loans.flatMap(({ bookId }) => bookId || []);
    const titles = await reads.titles([...new Set(bookIds)]);
    const decided = [...loans].sort(dueFirst).map(async (loan) => {
      const policy = await reads.policy(patron?.category ?? '', loan.itemCategory);
      const isClosed = await closedDays(loan.branchId);
      const title = titles.get(loan.bookId) ?? { ...untouchedTitle(loan.bookId), isDamaged: false };
      const renewal = decideRenewal({
        loan,
        policy,
        patron: renewingPatron(account, patron, loan, today),
        title,
        isDamaged: loan.isDamaged || account.isDamaged || title.isDamaged,
        today,
        isClosed,
      });
      const fineSoFar = latePenalty(loan.dueOn, today, policy, isClosed, loan.finesFixed).amount;
      return { ...shown(loan, today), renewalsLeft: renewalsLeft(policy, loan.renewals), fineSoFar, renewal };
    });
    return ok({ loans: await Promise.all(decided) });
  };
