import { createHash } from 'node:crypto';
import type { Scenario, ScenarioLoan } from './scenario';

/** The loans of a row by the names that its steps use: L1 is `loan`, the others are `moreLoans`. */
export const loanLabels = ({
  loan,
  moreLoans,
}: Scenario): readonly { readonly label: string; readonly loan: ScenarioLoan }[] =>
  [loan, ...moreLoans].map((each, place) => ({ label: `L${place + 1}`, loan: each }));

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/**
 * The ids under which the library knows what a row speaks of. Rows with the same policy or days of the same calendar
 * share these: a library has no thousand of them. Everything else is a row's own.
 */
export const idsOf = (scenario: Scenario) => {
  const row = scenario.id.toLowerCase().replaceAll('_', '-');
  const policy = digest(scenario.policy);
  const calendar = digest(scenario.calendar);
  return {
    card: `${row}-self`,
    /** Another reader, a different one for each name. */
    otherCard: (name: string | number) => `${row}-other-${name}`,
    openid: (card: string) => `o-${card}`,
    policy: `policy-${policy}`,
    itemCategory: `kind-${policy}`,
    calendar: `calendar-${calendar}`,
    branch: `branch-${calendar}`,
    book: (label: string) => `${row}-book-${label}`,
    copy: (label: string) => `${row}-copy-${label}`,
    loan: (label: string) => `${row}-loan-${label}`,
    hold: (place: number) => `${row}-hold-${place}`,
    labelOf: (loanId: string) => new RegExp(`^${row}-loan-(L\\d+)$`).exec(loanId)?.[1],
  };
};
export type ScenarioIds = ReturnType<typeof idsOf>;
