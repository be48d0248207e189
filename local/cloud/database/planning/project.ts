import { find } from 'mingo';
import { mendedContext } from '../matching/filter';
import type { Document } from '../values/value';

/** The fields asked for; with mingo's projection operators (`$slice`, `$elemMatch`). */
export const project = (
  documents: readonly Document[],
  projection: Document | undefined,
): readonly Document[] => {
  if (!projection || Object.keys(projection).length === 0) return documents;
  return find<Document>([...documents], {}, projection, { context: mendedContext }).all();
};
