import { loansWording } from '../wording/zh-CN/circulation/loans';
import { dayLabel } from './day-labels';
import { reasonLines } from './renewal-reasons';
import type { RenewalDecision } from './renewal-reasons';

type Result = { readonly loanId: string; readonly title: string; readonly renewal: RenewalDecision };
type Loan = Result & { readonly dueOn: string };

/** A title on the sheet of several renewals: what would happen to it, did, or did not. */
export type RenewalLine = {
  readonly loanId: string;
  readonly title: string;
  readonly said: string;
  readonly mark: 'would' | 'did' | 'did-not';
};
export type RenewalLines = {
  readonly heading: string;
  readonly action: string;
  readonly lines: readonly RenewalLine[];
};

/** Before there is a renewal. */
export const noRenewalLines: RenewalLines = { heading: '', action: '', lines: [] };

function headingOf(renewed: number, count: number): string {
  if (renewed === count) return loansWording.allRenewed(count);
  return renewed === 0 ? loansWording.noneRenewed : loansWording.someRenewed(renewed, count);
}

const saidOf = (renewal: RenewalDecision, today: string): string =>
  renewal.granted
    ? loansWording.renewed(dayLabel(renewal.newDueOn, today))
    : reasonLines(renewal.reasons, today)
        .map(({ title, advice }) => (advice === '' ? title : loansWording.reasonAndAdvice(title, advice)))
        .join(loansWording.between);

/** What renewing these loans would do to each due day. */
export function renewalPlan(loans: readonly Loan[], today: string): RenewalLines {
  const lines = loans.flatMap(({ loanId, title, dueOn, renewal }) =>
    renewal.granted
      ? [
          {
            loanId,
            title,
            said: loansWording.fromTo(dayLabel(dueOn, today), dayLabel(renewal.newDueOn, today)),
          },
        ]
      : [],
  );
  return {
    heading: loansWording.renewAll(lines.length),
    action: loansWording.renewChosen(lines.length),
    lines: lines.map((line) => ({ ...line, mark: 'would' as const })),
  };
}

/** The answer for each title of a renewal, and a heading that counts only what happened. */
export function renewalResults(results: readonly Result[], today: string): RenewalLines {
  const lines = results.map(({ loanId, title, renewal }) => ({
    loanId,
    title,
    said: saidOf(renewal, today),
    mark: renewal.granted ? ('did' as const) : ('did-not' as const),
  }));
  const renewed = lines.filter(({ mark }) => mark === 'did').length;
  return { heading: headingOf(renewed, lines.length), action: loansWording.close, lines };
}
