import { Context, Query } from 'mingo';
import { $elemMatch } from 'mingo/operators/query/array';
import type { Document } from '../values/value';
import { checkFilter } from './check-filter';
import { comparisons } from './comparisons';

type QueryOps = NonNullable<NonNullable<Parameters<typeof Context.init>[0]>['query']>;

/** mingo's operators, with the mended comparisons in front. Also for `$match` and `$lookup` in pipelines. */
export const mendedContext: Context = Context.init({
  query: comparisons($elemMatch as never) as unknown as QueryOps,
});

/** Compiles a filter to a test on documents; throws for operators that do not exist or are not supported. */
export const compileFilter = (filter: Document): ((document: Document) => boolean) => {
  checkFilter(filter);
  if (Object.keys(filter).length === 0) return () => true;
  const query = new Query<Document>(filter, { context: mendedContext, scriptEnabled: false });
  return (document) => query.test(document);
};
