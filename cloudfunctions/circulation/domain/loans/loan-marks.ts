import type { Loan } from './loan';

/** What staff may note about a loan; each keeps it from being renewed until it is taken back. */
export const loanMarks = ['recalled', 'reported-lost', 'claimed-returned'] as const;
export type LoanMark = (typeof loanMarks)[number];

/** Where a loan keeps each mark. */
export const markFields = {
  recalled: 'recalled',
  'reported-lost': 'reportedLost',
  'claimed-returned': 'claimedReturned',
} as const satisfies Readonly<Record<LoanMark, keyof Loan>>;

/** What is noted about a loan now. */
export const marksOf = (loan: Loan): LoanMark[] => loanMarks.filter((mark) => loan[markFields[mark]]);
