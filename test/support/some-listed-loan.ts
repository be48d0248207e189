import type { ActionOf } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';

export type SomeLoan = Output<ActionOf<'circulation.loans'>>['loans'][number];

/** A loan as the library lists it, with `change` in it. */
export const someLoan = (change: Partial<SomeLoan> = {}): SomeLoan => ({
  loanId: 'l1',
  barcode: 'b1',
  bookId: 'book-1',
  title: '乡土中国',
  authors: ['费孝通'],
  branchId: 'main',
  borrowedOn: '2026-05-01',
  dueOn: '2026-06-01',
  daysLeft: 2,
  renewals: 0,
  renewalsLeft: 1,
  fineSoFar: 0,
  renewal: { granted: true, newDueOn: '2026-07-01', renewalsLeft: 0 },
  ...change,
});
