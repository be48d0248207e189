import {
  bindingIsOne,
  fineIsOrderedOnce,
  paidIsSettled,
  patronKnowsPayments,
  sumOfFines,
} from './account-invariants';
import {
  copyIsKeptOnce,
  copyShowsPlace,
  holdIsForAnother,
  holdIsOne,
  patronKnowsHolds,
  queueIsHolds,
  queueKeepsOrder,
  watchIsTold,
} from './hold-invariants';
import type { Contradiction, Invariant, LibraryDocuments } from './library-documents';
import {
  copyIsLentOnce,
  copyShowsLoan,
  historyTellsRenewals,
  patronKnowsLoans,
  titleKnowsLoans,
} from './loan-invariants';

/** Every rule that a consistent library keeps, whatever was cut off where. */
export const invariants = {
  patronKnowsLoans,
  titleKnowsLoans,
  copyIsLentOnce,
  copyShowsLoan,
  historyTellsRenewals,
  queueIsHolds,
  patronKnowsHolds,
  holdIsOne,
  holdIsForAnother,
  watchIsTold,
  copyIsKeptOnce,
  queueKeepsOrder,
  copyShowsPlace,
  sumOfFines,
  paidIsSettled,
  fineIsOrderedOnce,
  patronKnowsPayments,
  bindingIsOne,
} as const satisfies Readonly<Record<string, Invariant>>;
export type InvariantName = keyof typeof invariants;

/** Where documents contradict each other; nothing in a consistent library. */
export const contradictions = (library: LibraryDocuments): readonly Contradiction[] =>
  Object.entries<Invariant>(invariants).flatMap(([rule, broken]) =>
    broken(library).map((found) => ({ rule, ...found })),
  );
