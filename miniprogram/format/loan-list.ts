import type { FailureOf } from '../../cloudfunctions/api';
import { loansWording } from '../wording/zh-CN/circulation/loans';
import { failureNote } from './block-notes';
import { loanRow, type Loan, type LoanRow } from './loan-row';
import { noRenewSheet, renewSheet, type RenewSheet } from './renew-sheet';
import { renewalPlan, renewalResults, type RenewalLines } from './renewal-results';

type Result = Pick<Loan, 'loanId' | 'title' | 'renewal'>;

/** What one card has borrowed and how renewing it stands, as `stores/circulation/loans-store.ts` holds it. */
type Loans = {
  readonly list: { readonly isOutOfDate: boolean };
  readonly loans: readonly Loan[];
  readonly renewable: readonly Loan[];
  readonly chosen: readonly string[] | null;
  readonly renewing: readonly string[];
  readonly results: readonly Result[] | null;
  readonly failure: FailureOf<'circulation.renewMany'> | null;
};

/** The loans as they stand on `today`, each with whether it is chosen. */
export const loanRows = (
  { loans, chosen }: Pick<Loans, 'loans' | 'chosen'>,
  today: string,
): readonly (LoanRow & { readonly isChosen: boolean })[] =>
  loans.map((loan) => ({ ...loanRow(loan, today), isChosen: chosen?.includes(loan.loanId) ?? false }));

/** The loan on the sheet; an empty sheet where there is none. */
export const sheetOf = (loan: Loan | undefined, today: string): RenewSheet =>
  loan === undefined ? noRenewSheet : renewSheet(loan, today);

/** What the large button at the foot says; empty where there is nothing to renew. */
export function footOf({ list, chosen, renewing, renewable }: Loans): string {
  if (renewing.length > 0) return loansWording.renewing;
  if (list.isOutOfDate) return '';
  if (chosen !== null) return loansWording.renewChosen(chosen.length);
  return renewable.length === 0 ? '' : loansWording.renewAll(renewable.length);
}

/** Why a renewal got no answer: nobody knows whether it happened. */
export function renewalFailure({ failure }: Loans): string {
  if (failure === null) return '';
  return failure === 'unavailable'
    ? loansWording.notKnown
    : failureNote('circulation.renewMany', failure).title;
}

/** The sheet of several loans: what a renewal did to each, or would do. */
export const renewalLines = ({ results, renewable }: Loans, today: string): RenewalLines =>
  results === null ? renewalPlan(renewable, today) : renewalResults(results, today);
