import type { CloudDatabase } from './cloud-database';
import { changedFields, type Fields, type StoredDocument } from './merge';

export type Outcome = 'added' | 'updated' | 'unchanged';
/** A document as the source states it; `onlyWhenNew` is added when the collection does not have it yet. */
export type Stated = { readonly document: StoredDocument; readonly onlyWhenNew: Fields };

const writesAtOnce = 8;

type Plan = { readonly inserts: Map<string, StoredDocument>; readonly updates: Map<string, Fields> };

/** Decides for each document in turn, so that one that comes twice in a batch meets its own first coming. */
const planBatch = (
  batch: readonly Stated[],
  stored: ReadonlyMap<string, StoredDocument>,
  kept: readonly string[],
): { plan: Plan; outcomes: Outcome[] } => {
  const current = new Map(stored);
  const plan: Plan = { inserts: new Map(), updates: new Map() };
  const outcomes = batch.map(({ document, onlyWhenNew }): Outcome => {
    const id = document._id;
    const before = current.get(id);
    if (before === undefined) {
      const fresh = { ...onlyWhenNew, ...document };
      current.set(id, fresh);
      plan.inserts.set(id, fresh);
      return 'added';
    }
    const changes = changedFields(before, document, kept);
    if (Object.keys(changes).length === 0) return 'unchanged';
    const after = { ...before, ...changes };
    current.set(id, after);
    if (plan.inserts.has(id)) plan.inserts.set(id, after);
    else plan.updates.set(id, { ...plan.updates.get(id), ...changes });
    return 'updated';
  });
  return { plan, outcomes };
};

/** The documents to be updated, as they stand and as they are to be. */
const changedPairs = ({ updates }: Plan, stored: ReadonlyMap<string, StoredDocument>): StoredDocument[] =>
  [...updates].flatMap(([_id, fields]) => {
    const before = stored.get(_id) ?? { _id };
    return [before, { ...before, ...fields }];
  });

/** Runs the tasks, a few at a time; the first failure ends it. */
const runSome = async (tasks: readonly (() => Promise<void>)[]): Promise<void> => {
  const waiting = tasks.values();
  const worker = async (): Promise<void> => {
    for (const task of waiting) await task();
  };
  await Promise.all(Array.from({ length: writesAtOnce }, worker));
};

export type Writing = {
  /** Fields that an import never overwrites. */
  readonly kept?: readonly string[];
  /** Hears of the documents that will change, as they stand and as they are to be, before any is written. */
  readonly announce?: (documents: readonly StoredDocument[]) => Promise<void>;
};

/**
 * Writes a batch (at most 1,000) into a collection: one look-up for all, one insert for the new ones, an update of
 * the changed fields for the others. Gives an outcome for each.
 */
export const writeBatch = async (
  database: CloudDatabase,
  collection: string,
  batch: readonly Stated[],
  { kept = [], announce }: Writing = {},
): Promise<Outcome[]> => {
  if (batch.length === 0) return [];
  const ids = [...new Set(batch.map(({ document }) => document._id))];
  const stored = new Map(
    (await database.find(collection, ids)).map((document) => [document._id, document] as const),
  );
  const { plan, outcomes } = planBatch(batch, stored, kept);
  const changed = [...plan.inserts.values(), ...changedPairs(plan, stored)];
  if (changed.length > 0) await announce?.(changed);
  if (plan.inserts.size > 0) await database.insert(collection, [...plan.inserts.values()]);
  await runSome(
    [...plan.updates].map(
      ([id, fields]) =>
        () =>
          database.update(collection, id, fields),
    ),
  );
  return outcomes;
};
