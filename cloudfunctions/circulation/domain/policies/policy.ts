import type { Day } from '../../../kernel/library-day';

export const renewalStarts = ['due-date', 'today'] as const;
export const overdueModes = ['allow', 'refuse-this-loan', 'refuse-account'] as const;
export const holdModes = ['refuse', 'refuse-unless-enough-copies', 'ignore'] as const;
export const closedDayMoves = ['next-open', 'previous-open', 'keep'] as const;
export const fineDayCounts = ['open', 'calendar'] as const;
export const overduePenalties = ['fine', 'suspend'] as const;

/** What is counted without end. */
export const unlimited = 'unlimited';
/** Stands in a policy for every patron category, or for every item category. */
export const anyCategory = '*';
/** The item category of a copy that names none. */
export const usualItemCategory = 'book';

/** How loans of one kind of copy go for one kind of patron. Source: the circulation rules, "The policy". */
export type Policy = {
  /** Length of a loan in days. */
  readonly loanDays: number;
  /** Length of a renewal; null = that of a loan. */
  readonly renewalDays: number | null;
  /** null = no limit was written, and nothing is renewed. */
  readonly maxRenewals: number | typeof unlimited | null;
  readonly renewFrom: (typeof renewalStarts)[number];
  readonly opensDaysBefore: number | null;
  readonly overdue: (typeof overdueModes)[number];
  /** In fen; fines owed beyond it refuse. null = they never do. */
  readonly fineLimit: number | null;
  readonly holds: (typeof holdModes)[number];
  readonly renewable: boolean;
  readonly latestDueOn: Day | null;
  readonly capAtMembershipEnd: boolean;
  readonly maxTotalDays: number | null;
  readonly onClosedDay: (typeof closedDayMoves)[number];
  /** Whether it is lent at all, by this policy. */
  readonly lendable: boolean;
  /** In fen for a day overdue. */
  readonly finePerDay: number;
  /** In fen for a loan; null = it grows on. */
  readonly fineCap: number | null;
  readonly fineDays: (typeof fineDayCounts)[number];
  /** Being late costs money, or borrowing is suspended for as many days. */
  readonly overduePenalty: (typeof overduePenalties)[number];
  /** Open days that a copy waits on the pickup shelf. */
  readonly holdShelfDays: number;
  /** A hold may be placed though a copy stands free on its shelf. */
  readonly allowHoldOnShelf: boolean;
};

/** What a policy gives where a field is not written. `maxRenewals` has no usual value. */
export const usualPolicy: Omit<Policy, 'maxRenewals'> = {
  loanDays: 30,
  renewalDays: null,
  renewFrom: 'due-date',
  opensDaysBefore: null,
  overdue: 'refuse-this-loan',
  fineLimit: null,
  holds: 'refuse',
  renewable: true,
  latestDueOn: null,
  capAtMembershipEnd: false,
  maxTotalDays: null,
  onClosedDay: 'next-open',
  lendable: true,
  finePerDay: 10,
  fineCap: null,
  fineDays: 'open',
  overduePenalty: 'fine',
  holdShelfDays: 3,
  allowHoldOnShelf: false,
};
