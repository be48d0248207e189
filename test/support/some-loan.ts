import type { Loan } from '../../cloudfunctions/circulation/domain/loans/loan';
import { usualPolicy, type Policy } from '../../cloudfunctions/circulation/domain/policies/policy';
import type { QueuedHold } from '../../cloudfunctions/circulation/domain/records/title-circulation';

/** A loan of thirty days, borrowed on the first of March and due at its end. */
export const someLoan = (fields: Partial<Loan> = {}): Loan => ({
  loanId: 'loan-1',
  card: 'card-1',
  barcode: 'copy-1',
  bookId: 'book-1',
  title: '边城',
  authors: ['沈从文'],
  branchId: 'main',
  itemCategory: 'book',
  borrowedOn: '2026-03-01',
  dueOn: '2026-03-31',
  renewals: 0,
  returnedOn: null,
  recalled: false,
  reportedLost: false,
  claimedReturned: false,
  finesFixed: 0,
  history: [],
  ...fields,
});

/** The usual policy, with two renewals. */
export const somePolicy = (fields: Partial<Policy> = {}): Policy => ({
  ...usualPolicy,
  maxRenewals: 2,
  ...fields,
});

/** Somebody else's hold on any copy of the title, waiting. */
export const someHold = (fields: Partial<QueuedHold> = {}): QueuedHold => ({
  holdId: 'hold-1',
  card: 'card-2',
  barcode: null,
  branchId: 'main',
  placedAt: new Date('2026-03-05T02:00:00Z'),
  state: 'waiting',
  suspendedUntil: null,
  keptBarcode: null,
  pickupBy: null,
  ...fields,
});
