import { Query } from 'mingo/query';
import type { Document } from '../values/value';
import { checkFilter } from './check-filter';
import { mingoOptions } from './mongo-meaning';

/** Compiles a filter to a test on documents; throws for operators that do not exist or are not supported. */
export const compileFilter = (filter: Document): ((document: Document) => boolean) => {
  checkFilter(filter);
  if (Object.keys(filter).length === 0) return () => true;
  const query = new Query<Document>(filter, mingoOptions);
  return (document) => query.test(document);
};
