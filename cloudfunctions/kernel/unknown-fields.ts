import type { DocumentFault } from './document-fault';
import type { Written } from './written-fields';

/**
 * The fields of a document, or of an entry at a place in it (`weeklyHours[0].`), that nobody reads: a mistyped one is
 * as if it were not there. What begins with `_` is the platform's own.
 */
export const unknownFields = (
  document: Written,
  known: readonly string[],
  at = '',
): readonly Omit<DocumentFault, '_id'>[] =>
  Object.keys(document)
    .filter((field) => !field.startsWith('_') && !known.includes(field))
    .map((field) => ({ field: `${at}${field}`, code: 'unknown-field' }));
