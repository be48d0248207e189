import { transactionBusy } from './errors';
import { find, type Answer } from './planning/find';
import type { CollectionStore } from './storage/collection-store';
import type { Schema } from './storage/schema';
import { atomically, type Sqlite } from './storage/sqlite';
import type { Transactions } from './transactions/transactions';
import { applyUpdate } from './updates/apply-update';
import { checkDocument } from './updates/check-document';
import { newId, upserted } from './updates/upsert';
import { sameValue } from './values/order';
import type { Document } from './values/value';

export type Modify = {
  readonly filter: Document;
  readonly data: Document;
  readonly multi: boolean;
  /** With modifiers (`$set` …), or else the data replaces the document. */
  readonly merge: boolean;
  readonly upsert: boolean;
};

export type Modified = {
  readonly updated: number;
  readonly upsertedId: string | number | undefined;
  /** The document as it is now, of the last one that the filter found. */
  readonly last: Document | undefined;
  readonly read: number;
  readonly keys: number;
};

/** A plain write gives up when it has waited longer than any transaction lives. */
const longestWaitMs = 35_000;

/** The `_id` of a document that has one. */
export const idOf = (document: Document): string | number => document['_id'] as string | number;

/** With an `_id`, in front as MongoDB puts it. */
export const withId = (document: Document): Document => {
  const { _id, ...rest } = document;
  return { _id: _id ?? newId(), ...rest };
};

/** What a document becomes; the same object where nothing changes. */
export const modified = (document: Document, { data, merge }: Pick<Modify, 'data' | 'merge'>): Document => {
  const next = merge ? applyUpdate(document, data) : { _id: idOf(document), ...data };
  checkDocument(next);
  return sameValue(next, document) ? document : next;
};

/** Writes outside transactions: they wait for locks, then apply all at once. */
export class Writes {
  private readonly sqlite: Sqlite;
  private readonly schema: Schema;
  private readonly transactions: Transactions;

  constructor(sqlite: Sqlite, schema: Schema, transactions: Transactions) {
    this.sqlite = sqlite;
    this.schema = schema;
    this.transactions = transactions;
  }

  async insert(collection: string, documents: readonly Document[]): Promise<readonly (string | number)[]> {
    const store = this.schema.store(collection);
    const complete = documents.map(withId);
    complete.forEach(checkDocument);
    const ids = complete.map(idOf);
    await this.unlocked(() => ids.some((id) => this.transactions.isLocked(store, id)));
    this.commit(() => {
      store.insert(complete);
      for (const id of ids) this.transactions.changed(store, id, undefined);
    });
    return ids;
  }

  async modify(collection: string, request: Modify): Promise<Modified> {
    const store = this.schema.store(collection);
    const { rows, read, keys } = await this.unlockedRows(store, request.filter, request.multi);
    if (rows.length === 0 && request.upsert) {
      const inserted = upserted(request.filter, request.data, request.merge);
      checkDocument(inserted);
      await this.insert(collection, [inserted]);
      return { updated: 0, upsertedId: idOf(inserted), last: inserted, read, keys };
    }
    let updated = 0;
    let last: Document | undefined;
    this.commit(() => {
      for (const { number, document } of rows) {
        last = modified(document, request);
        if (last === document) continue;
        store.replace(number, document, last);
        this.transactions.changed(store, idOf(document), document);
        updated++;
      }
    });
    return { updated, upsertedId: undefined, last, read, keys };
  }

  async remove(
    collection: string,
    filter: Document,
    multi: boolean,
  ): Promise<{ readonly deleted: number; readonly read: number; readonly keys: number }> {
    const store = this.schema.store(collection);
    const { rows, read, keys } = await this.unlockedRows(store, filter, multi);
    this.commit(() => {
      for (const { number, document } of rows) {
        store.remove(number, document);
        this.transactions.changed(store, idOf(document), document);
      }
    });
    return { deleted: rows.length, read, keys };
  }

  /** All of `work` becomes durable, or nothing of it happened. */
  commit(work: () => void): void {
    try {
      atomically(this.sqlite, work);
    } catch (error) {
      this.schema.reload();
      throw error;
    }
  }

  /** What the filter finds once no transaction holds any of it; nothing else runs between this and the write. */
  private async unlockedRows(store: CollectionStore, filter: Document, multi: boolean): Promise<Answer> {
    const search = (): Answer => find(store, { filter, ...(multi ? {} : { limit: 1 }) });
    let answer = search();
    await this.unlocked(() => {
      answer = search();
      return answer.rows.some(({ document }) => this.transactions.isLocked(store, idOf(document)));
    });
    return answer;
  }

  private async unlocked(isLocked: () => boolean): Promise<void> {
    const giveUpAt = Date.now() + longestWaitMs;
    while (isLocked()) {
      if (Date.now() >= giveUpAt) throw transactionBusy();
      await this.transactions.untilReleased();
    }
  }
}
