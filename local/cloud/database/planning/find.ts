import { compileFilter } from '../matching/filter';
import type { CollectionStore } from '../storage/collection-store';
import type { Document } from '../values/value';
import { choosePlan } from './choose-plan';
import type { Spent } from './index-scan';
import { plansFor, type Row } from './plans';
import type { Sort } from './sort-provision';

export type Question = {
  readonly filter: Document;
  readonly sort?: Sort;
  readonly skip?: number;
  readonly limit?: number;
};

export type Answer = { readonly rows: readonly Row[] } & Readonly<Spent>;

const byIdOnly = ({ filter, sort = [] }: Question): boolean => {
  const [key] = Object.keys(filter);
  return key === '_id' && Object.keys(filter).length === 1 && sort.length === 0 && isId(filter['_id']);
};

const isId = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';

/** Finds documents by the best index, reading no more than the limit needs where the index gives the order. */
export const find = (store: CollectionStore, question: Question): Answer => {
  const { filter, sort = [], skip = 0, limit = Infinity } = question;
  if (limit <= 0) return { rows: [], read: 0, keys: 0 };
  if (byIdOnly(question)) return findById(store, filter['_id'] as string | number, skip);
  const search = { matches: compileFilter(filter), sort };
  const { steps, spent } = choosePlan(store, plansFor(store, filter, sort), search, skip + limit);
  const rows: Row[] = [];
  let passed = 0;
  for (const row of steps) {
    if (!row) continue;
    passed++;
    if (passed > skip) rows.push(row);
    if (rows.length >= limit) break;
  }
  return { rows, ...spent };
};

/** MongoDB's short cut for a single `_id`: one key, one document. */
const findById = (store: CollectionStore, id: string | number, skip: number): Answer => {
  const row = store.byId(id);
  const seen = row ? 1 : 0;
  return { rows: row && skip === 0 ? [row] : [], read: seen, keys: seen };
};

/** How many documents match; on keys alone where one range of one index says it all. */
export const count = (
  store: CollectionStore,
  filter: Document,
): { readonly total: number } & Readonly<Spent> => {
  if (Object.keys(filter).length === 0) return { total: store.documents.count(), read: 0, keys: 0 };
  const countable = plansFor(store, filter, []).find((plan) => plan.countable);
  if (!countable) {
    const search = { matches: compileFilter(filter), sort: [] };
    const { steps, spent } = choosePlan(store, plansFor(store, filter, []), search, Infinity);
    let total = 0;
    for (const row of steps) if (row) total++;
    return { total, ...spent };
  }
  compileFilter(filter);
  const spent = { read: 0, keys: 0 };
  const documents = new Set<number>();
  for (const found of countable.found(spent)) if (found) documents.add(found.document);
  return { total: documents.size, ...spent };
};
