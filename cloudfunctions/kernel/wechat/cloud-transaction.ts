import { Busy } from '../busy';
import type { Database } from './wx-cloud';

/** A document as it stands in a collection, by its id. */
type Stored = Readonly<Record<string, unknown>>;

/**
 * Reads and writes that happen together or not at all, by document id: nothing else belongs to a transaction of this
 * database. What is read is as it stood when the transaction began.
 */
export type Transaction = {
  /** The document, null where there is none. */
  read<T extends object>(collection: string, id: string): Promise<(T & { readonly _id: string }) | null>;
  /** Puts a document in place of what stood there, if anything did. */
  put(collection: string, id: string, document: Stored): Promise<void>;
  /** Changes fields of a document that is there. */
  change(collection: string, id: string, fields: Stored): Promise<void>;
  /** Adds a document under an id of its own. */
  add(collection: string, document: Stored): Promise<void>;
  remove(collection: string, id: string): Promise<void>;
};

/** Runs work in a transaction, again from the start where another one was faster, and answers what it answered. */
export type InTransaction = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/** The SDK's types know nothing of what is inside a transaction. */
type DocumentWithin = {
  get(): Promise<{ readonly data: unknown }>;
  set(options: { readonly data: Stored }): Promise<unknown>;
  update(options: { readonly data: Stored }): Promise<unknown>;
  remove(): Promise<unknown>;
};
type CollectionWithin = {
  doc(id: string): DocumentWithin;
  add(options: { readonly data: Stored }): Promise<unknown>;
};
type Started = {
  collection(name: string): CollectionWithin;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
};

const conflict = /ResourceUnavailable\.Transaction(Conflict|Busy)/;
/** Twenty writers of one document each get their turn. */
const mostTries = 40;
const firstWaitMs = 4;
const longestWaitMs = 120;

const isConflict = (error: unknown): boolean => {
  const { message = '', errMsg = '' } = (error ?? {}) as { message?: unknown; errMsg?: unknown };
  return conflict.test(`${String(message)} ${String(errMsg)}`);
};

/** Longer from try to try, and never the same for two that met: they would meet again. */
const pause = (attempt: number): Promise<void> => {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** attempt);
  return new Promise((resolve) => {
    setTimeout(resolve, Math.random() * most);
  });
};

const within = (started: Started): Transaction => {
  const document = (collection: string, id: string) => started.collection(collection).doc(id);
  return {
    read: async <T extends object>(collection: string, id: string) => {
      const { data } = await document(collection, id).get();
      return data as (T & { readonly _id: string }) | null;
    },
    put: async (collection, id, fields) => {
      await document(collection, id).set({ data: fields });
    },
    change: async (collection, id, fields) => {
      await document(collection, id).update({ data: fields });
    },
    add: async (collection, fields) => {
      await started.collection(collection).add({ data: fields });
    },
    remove: async (collection, id) => {
      await document(collection, id).remove();
    },
  };
};

const attempt = async <T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> => {
  const started = (await database.startTransaction()) as unknown as Started;
  try {
    const result = await work(within(started));
    await started.commit();
    return result;
  } catch (error) {
    // One that ended by itself can't be ended again; what went wrong is told by the first error.
    await started.rollback().catch(() => undefined);
    throw error;
  }
};

/**
 * Transactions that are tried again where they meet another: the SDK itself does not, when the meeting shows at a
 * write. The work runs anew from its first read, so that it decides on what stands there now. Throws what the work
 * threw, and `Busy` after too many conflicts, as while a function that was killed still holds what it had begun to write.
 */
export const inTransaction =
  (database: Database): InTransaction =>
  async (work) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(database, work);
      } catch (error) {
        if (!isConflict(error)) throw error;
        if (tries >= mostTries) throw new Busy('others hold the same documents', { cause: error });
        await pause(tries);
      }
    }
  };
