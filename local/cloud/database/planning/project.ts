import { Query } from 'mingo/query';
import { mingoOptions } from '../matching/mongo-meaning';
import type { Document } from '../values/value';

/** The fields asked for; with mingo's projection operators (`$slice`, `$elemMatch`). */
export const project = (
  documents: readonly Document[],
  projection: Document | undefined,
): readonly Document[] => {
  if (!projection || Object.keys(projection).length === 0) return documents;
  return new Query<Document>({}, mingoOptions).find<Document>([...documents], projection).all();
};
