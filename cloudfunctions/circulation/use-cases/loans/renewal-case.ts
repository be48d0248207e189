import { isOverdue, type Loan } from '../../domain/loans/loan';
import type { PatronCirculation } from '../../domain/records/patron-circulation';
import type { RenewingPatron } from '../../domain/loans/renewal-decision';
import type { Day } from '../../../kernel/library-day';
import { membershipOf } from '../../domain/patrons/membership-checks';
import type { PatronRecord } from '../../ports/records';

/** The patron who renews a loan, as it decides. */
export const renewingPatron = (
  { card, finesOwed, openLoans }: PatronCirculation,
  patron: PatronRecord | null,
  { loanId }: Pick<Loan, 'loanId'>,
  today: Day,
): RenewingPatron => ({
  card,
  ...membershipOf(patron),
  finesOwed,
  hasOtherOverdue: openLoans.some((open) => open.loanId !== loanId && isOverdue(open, today)),
});
