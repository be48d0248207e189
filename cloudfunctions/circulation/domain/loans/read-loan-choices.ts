import { readWritten, type Understood, type Written } from '../../../kernel/written-fields';
import type { DoneRequest } from '../../../kernel/request-keys';
import { readDoneRequest } from '../records/read-patron-circulation';
import { noChoices, type LoanChoices } from './loan-choices';

/**
 * A document of `loan_choices` as it was understood: a choice that nobody can read is off, so that the patron may
 * switch it on and off again. Null = nothing was chosen yet.
 */
export const readLoanChoices = (
  card: string,
  document: Written | null,
): Understood<LoanChoices & { readonly doneRequests: readonly DoneRequest[] }> => {
  const { faults, ...written } = readWritten('loan_choices', card, document ?? {});
  const isKept = (document?.['historySince'] ?? null) !== null;
  const value = {
    historySince: (isKept ? written.instant('historySince') : null) ?? noChoices.historySince,
    autoRenewal: written.oneOfOrNone('autoRenewal', [true, false]) ?? noChoices.autoRenewal,
    doneRequests: written.list<DoneRequest>('doneRequests', readDoneRequest),
  };
  return { value, faults };
};
