import { Aggregator } from 'mingo/aggregator';
import { requestFailed, unsupported } from './errors';
import { compileFilter } from './matching/filter';
import { mingoOptions } from './matching/mongo-meaning';
import { find } from './planning/find';
import type { Sort } from './planning/sort-provision';
import type { CollectionStore } from './storage/collection-store';
import { isObject, type Document } from './values/value';

/** Without a `$limit` an aggregation gives twenty documents. */
const defaultLimit = 20;

const supported = new Set(
  '$addFields $bucket $bucketAuto $count $group $limit $lookup $match $project $replaceRoot $sample $skip $sort $sortByCount $unwind $facet $set $unset $replaceWith $unionWith'.split(
    ' ',
  ),
);

export type Aggregated = { readonly list: readonly Document[]; readonly read: number; readonly keys: number };

const stageOf = (stage: Document): string => Object.keys(stage)[0] ?? '';

const check = (stages: readonly Document[]): void => {
  for (const stage of stages) {
    const name = stageOf(stage);
    if (!supported.has(name)) throw unsupported(`the aggregation stage ${name}`);
    if (name === '$match') compileFilter(stage[name] as Document);
    if (name === '$limit' && !(Number(stage[name]) > 0)) throw requestFailed('the limit must be positive');
  }
};

/** Runs a pipeline; a leading `$match` and `$sort` go through the indexes as a query does. */
export const aggregateDocuments = (
  store: CollectionStore,
  stages: readonly Document[],
  other: (name: string) => CollectionStore,
): Aggregated => {
  check(stages);
  const [match, rest] =
    stageOf(stages[0] ?? {}) === '$match' ? [stages[0], stages.slice(1)] : [undefined, stages];
  const filter = (match?.['$match'] ?? {}) as Document;
  const [sortStage, remaining] =
    stageOf(rest[0] ?? {}) === '$sort' ? [rest[0], rest.slice(1)] : [undefined, rest];
  const limitStage = remaining[0]?.['$limit'];
  const { rows, ...spent } = find(store, {
    filter,
    sort: sortOf(sortStage?.['$sort']),
    ...(typeof limitStage === 'number' ? { limit: limitStage } : {}),
  });
  let read = spent.read;
  const limited = stages.some((stage) => '$limit' in stage)
    ? remaining
    : [...remaining, { $limit: defaultLimit }];
  const pipeline = new Aggregator(limited as never, {
    ...mingoOptions,
    collectionResolver: (name) => {
      const found = find(other(name), { filter: {} }).rows.map(({ document }) => document);
      read += found.length;
      return found;
    },
  });
  const list = pipeline.run(rows.map(({ document }) => document)) as Document[];
  return { list, read, keys: spent.keys };
};

const sortOf = (stage: unknown): Sort => {
  if (stage === undefined) return [];
  if (!isObject(stage)) throw requestFailed('the $sort key specification must be an object');
  return Object.entries(stage).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    return [path, direction] as const;
  });
};
