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

/** Runs the tasks, a few at a time; the first failure ends it. */
const runSome = async (tasks: readonly (() => Promise<void>)[]): Promise<void> => {
  const waiting = tasks.values();
  const worker = async (): Promise<void> => {
    for (const task of waiting) await task();
  };
  await Promise.all(Array.from({ length: writesAtOnce }, worker));
};

/**
 * Writes a batch (at most 1,000) into a collection: one look-up for all, one insert for the new ones, an update of
 * the changed fields for the others. Gives an outcome for each. `kept` are fields that an import never overwrites.
 */
export const writeBatch = async (
  database: CloudDatabase,
  collection: string,
  batch: readonly Stated[],
  kept: readonly string[],
): Promise<Outcome[]> => {
  if (batch.length === 0) return [];
  const ids = [...new Set(batch.map(({ document }) => document._id))];
  const stored = await database.find(collection, ids);
  const { plan, outcomes } = planBatch(
    batch,
    new Map(stored.map((document) => [document._id, document])),
    kept,
  );
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
