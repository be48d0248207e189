import { loansWording } from '../wording/zh-CN/circulation/loans';
import { dayFigures, dayLabel } from './day-labels';
import { loanRow, type Loan } from './loan-row';
import { yuan } from './money';
import { reasonLines } from './renewal-reasons';
import type { ReasonLine } from './renewal-reasons';

type Granted = Extract<Loan['renewal'], { granted: true }>;

/** One loan on its sheet; `canRenew` says which half of it is drawn. */
export type RenewSheet = {
  readonly heading: string;
  readonly canRenew: boolean;
  readonly from: string;
  readonly to: string;
  readonly hint: string;
  readonly action: string;
  readonly facts: string;
  readonly isLate: boolean;
  readonly reasons: readonly ReasonLine[];
};

/** Before a loan is opened. */
export const noRenewSheet: RenewSheet = {
  heading: '',
  canRenew: false,
  from: '',
  to: '',
  hint: '',
  action: '',
  facts: '',
  isLate: false,
  reasons: [],
};

function hintOf({ renewalsLeft }: Granted, fineSoFar: number): string {
  const next =
    renewalsLeft === 'unlimited' || renewalsLeft > 0
      ? renewalsLeft === 'unlimited'
        ? ''
        : loansWording.moreRenewals(renewalsLeft)
      : loansWording.lastRenewal;
  return next + (fineSoFar > 0 ? loansWording.keepsFee(yuan(fineSoFar)) : '');
}

/** What pressing 续借 would do to this loan on `today`, or all reasons why it does nothing. */
export function renewSheet(loan: Loan, today: string): RenewSheet {
  const { title, renewal, dueOn, fineSoFar } = loan;
  const row = loanRow(loan, today);
  return {
    heading: renewal.granted ? loansWording.renewBook(title) : title,
    canRenew: renewal.granted,
    from: dayFigures(dueOn, today),
    to: renewal.granted ? dayFigures(renewal.newDueOn, today) : '',
    hint: renewal.granted ? hintOf(renewal, fineSoFar) : '',
    action: renewal.granted ? loansWording.renewUntil(dayLabel(renewal.newDueOn, today)) : '',
    facts: `${row.due} · ${row.facts}`,
    isLate: row.tone === 'overdue',
    reasons: renewal.granted ? [] : reasonLines(renewal.reasons, today),
  };
}
