import type { CollectionStore } from '../storage/collection-store';
import type { Document } from '../values/value';
import type { Spent } from './index-scan';
import type { Plan, Row } from './plans';
import { sortDocuments } from './sort-documents';
import type { Sort } from './sort-provision';

export type Search = {
  readonly matches: (document: Document) => boolean;
  readonly sort: Sort;
};

/** One step of a plan: a key or a document looked at, and the row if it is an answer. */
export type Steps = Generator<Row | undefined, void>;

/** Reads what the plan finds, each document once, and keeps what matches. */
function* fetch(store: CollectionStore, plan: Plan, { matches }: Search, spent: Spent): Steps {
  const seen = new Set<number>();
  for (const found of plan.found(spent)) {
    if (!found || seen.has(found.document)) {
      yield undefined;
      continue;
    }
    seen.add(found.document);
    const document = store.documents.get(found.document);
    spent.read++;
    yield document && matches(document) ? { number: found.document, document } : undefined;
  }
}

/** Reads every document in natural order. */
function* readAll(store: CollectionStore, { matches }: Search, spent: Spent): Steps {
  for (const [number, document] of store.documents.all()) {
    spent.read++;
    yield matches(document) ? { number, document } : undefined;
  }
}

/** Waits for all rows, then gives them sorted. */
function* sorted(steps: Steps, sort: Sort): Steps {
  const rows: Row[] = [];
  for (const row of steps) {
    if (row) rows.push(row);
    yield undefined;
  }
  yield* sortDocuments(rows, sort);
}

/** The steps of a plan, or of reading the whole collection, up to rows in the order asked for. */
export const runPlan = (
  store: CollectionStore,
  plan: Plan | undefined,
  search: Search,
  spent: Spent,
): Steps => {
  const steps = plan ? fetch(store, plan, search, spent) : readAll(store, search, spent);
  return search.sort.length === 0 || plan?.order ? steps : sorted(steps, search.sort);
};
