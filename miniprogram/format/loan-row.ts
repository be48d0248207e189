import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { loansWording } from '../wording/zh-CN/circulation/loans';
import { dayLabel, daysBetween } from './day-labels';
import { yuan } from './money';
import { reasonLines } from './renewal-reasons';
import { sideBySide } from './side-by-side';

/** A loan of the list as the library tells it. */
export type Loan = Output<ActionOf<'circulation.loans'>>['loans'][number];

export type LoanRow = {
  readonly loanId: string;
  readonly title: string;
  readonly due: string;
  /** The due day as one says it of the title: 后天到期, 超期 3 天. */
  readonly dueDay: string;
  readonly tone: 'calm' | 'soon' | 'overdue';
  readonly facts: string;
  /** Why it cannot be renewed; empty where it can, or where only its day has not come. */
  readonly refusal: string;
  readonly isRenewable: boolean;
  /** How much of the loan's time has passed, 0 to 100. */
  readonly spent: number;
  readonly label: string;
};

/** From so many days before the due day a loan is shown as due soon. */
export const soonDays = 3;

const dueText = (left: number): string => {
  if (left < 0) return loansWording.overdue(-left);
  return left === 0 ? loansWording.dueToday : loansWording.daysLeft(left);
};

const toneOf = (left: number): LoanRow['tone'] => {
  if (left < 0) return 'overdue';
  return left <= soonDays ? 'soon' : 'calm';
};

function spentOf({ borrowedOn, dueOn }: Loan, today: string): number {
  const whole = Math.max(1, daysBetween(borrowedOn, dueOn));
  return Math.max(2, Math.min(100, Math.round((daysBetween(borrowedOn, today) / whole) * 100)));
}

const onlyTooSoon = ({ renewal }: Loan): boolean =>
  !renewal.granted && renewal.reasons.length === 1 && renewal.reasons[0]?.code === 'too-soon';

function factsOf(loan: Loan, today: string): string {
  const { renewal, renewalsLeft, fineSoFar, dueOn } = loan;
  const opens =
    !renewal.granted && onlyTooSoon(loan) ? (reasonLines(renewal.reasons, today)[0]?.title ?? '') : '';
  return sideBySide(
    loansWording.dueOn(dayLabel(dueOn, today)),
    renewal.granted ? loansWording.renewTo(dayLabel(renewal.newDueOn, today)) : opens,
    typeof renewalsLeft === 'number' && renewalsLeft > 0 && (renewal.granted || opens !== '')
      ? loansWording.renewalsLeft(renewalsLeft)
      : '',
    fineSoFar > 0 ? loansWording.feeSoFar(yuan(fineSoFar)) : '',
  );
}

function refusalOf(loan: Loan, today: string): string {
  if (loan.renewal.granted || onlyTooSoon(loan)) return '';
  const lines = reasonLines(loan.renewal.reasons, today);
  if (lines.length === 0) return '';
  const advice = [...new Set(lines.map((line) => line.advice).filter(Boolean))];
  return loansWording.cannot(
    lines.map(({ title }) => title).join(loansWording.between),
    advice.join(loansWording.between),
  );
}

/** A loan as it stands on `today`, which is the phone's day where the loan comes from its storage. */
export function loanRow(loan: Loan, today: string): LoanRow {
  const left = daysBetween(today, loan.dueOn);
  const row = {
    loanId: loan.loanId,
    title: loan.title,
    due: dueText(left),
    dueDay: left < 0 ? dueText(left) : loansWording.dueOn(dayLabel(loan.dueOn, today)),
    tone: toneOf(left),
    facts: factsOf(loan, today),
    refusal: refusalOf(loan, today),
    isRenewable: loan.renewal.granted,
    spent: spentOf(loan, today),
  };
  return { ...row, label: [row.title, row.due, row.facts, row.refusal].filter(Boolean).join(' ') };
}
