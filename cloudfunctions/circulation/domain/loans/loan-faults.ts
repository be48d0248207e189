import { readWritten, type Written } from '../../../kernel/written-fields';
import type { DocumentFault } from '../../../kernel/document-fault';
import { loanEventKinds, type LoanEvent } from './loan';

const flags = ['recalled', 'reportedLost', 'claimedReturned'] as const;

/**
 * What is wrong in a document of `loans`, in which `readLoan` takes the safest. One that was returned long ago has
 * forgotten whose it was.
 */
export const loanFaults = (loanId: string, document: Written): readonly DocumentFault[] => {
  const { faults, ...written } = readWritten('loans', loanId, document);
  const isOpen = (document['returnedOn'] ?? null) === null;
  for (const field of isOpen ? ['card', 'barcode', 'bookId', 'branchId'] : ['barcode', 'bookId'])
    written.text(field);
  for (const field of ['borrowedOn', 'dueOn']) written.day(field);
  written.dayOrNone('returnedOn');
  for (const field of ['renewals', 'finesFixed']) written.wholeOrNone(field);
  for (const field of flags) written.oneOfOrNone(field, [true, false]);
  written.list<Pick<LoanEvent, 'at' | 'kind'>>('history', (fields) => ({
    at: fields.instant('at'),
    kind: fields.oneOf('kind', loanEventKinds),
  }));
  return faults;
};

/**
 * The same, where nothing can be decided on an open loan: nobody can tell whose it is, or of which title. What else is
 * wrong in one decides nothing more than was meant.
 */
export const loanDamage = (loanId: string, document: Written): readonly DocumentFault[] => {
  const { faults, ...written } = readWritten('loans', loanId, document);
  if ((document['returnedOn'] ?? null) === null) for (const field of ['card', 'bookId']) written.text(field);
  return faults.length > 0 ? loanFaults(loanId, document) : [];
};
