import { randomUUID } from 'node:crypto';
import { transactionBusy, transactionConflict, transactionMissing } from '../errors';
import type { CollectionStore } from '../storage/collection-store';
import type { Document } from '../values/value';
import { documentKey, History, type DocumentKey } from './history';

type Write = {
  readonly store: CollectionStore;
  readonly id: string | number;
  readonly document: Document | undefined;
};

type Transaction = {
  readonly id: string;
  readonly snapshot: number;
  readonly endsAt: number;
  readonly timer: NodeJS.Timeout;
  readonly writes: Map<DocumentKey, Write>;
};

const lifeMs = 30_000;

/**
 * Transactions by document id under snapshot isolation. Writes wait in memory until the commit; the first writer of
 * a document locks it, a second transaction's write fails at once, and so does a write to a document that changed
 * after the snapshot. A transaction ends 30 s after it began, by the cloud's clock or by real time.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly locks = new Map<DocumentKey, Transaction>();
  private readonly history = new History();
  private waiting: (() => void)[] = [];
  private isClosed = false;

  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  begin(): string {
    const id = randomUUID();
    const timer = setTimeout(() => this.endById(id), lifeMs);
    timer.unref();
    const endsAt = this.now().getTime() + lifeMs;
    this.open.set(id, { id, snapshot: this.history.moment, endsAt, timer, writes: new Map() });
    return id;
  }

  /** A document as the transaction sees it: with its own writes, otherwise as it was when the transaction began. */
  read(id: string, store: CollectionStore, documentId: string | number): Document | undefined {
    const transaction = this.find(id);
    const key = documentKey(store.name, documentId);
    const written = transaction.writes.get(key);
    if (written) return written.document;
    const changed = this.history.changeAfter(key, transaction.snapshot);
    return changed ? changed.before : store.byId(documentId)?.document;
  }

  /** Writes a document, or removes it with `undefined`; a conflict ends the transaction. */
  write(
    id: string,
    store: CollectionStore,
    documentId: string | number,
    document: Document | undefined,
  ): void {
    const transaction = this.find(id);
    const key = documentKey(store.name, documentId);
    const owner = this.owner(key);
    if ((owner && owner !== transaction) || this.history.changeAfter(key, transaction.snapshot)) {
      this.end(transaction);
      throw transactionConflict();
    }
    this.locks.set(key, transaction);
    transaction.writes.set(key, { store, id: documentId, document });
  }

  /** Hands all writes to `apply`, which makes them durable together, and ends the transaction either way. */
  commit(id: string, apply: (writes: readonly Write[]) => void): void {
    const transaction = this.find(id);
    try {
      apply([...transaction.writes.values()]);
    } finally {
      this.end(transaction);
    }
  }

  abort(id: string): void {
    this.end(this.find(id));
  }

  /** Remembers what a document was, for the transactions that began before this change. */
  changed(store: CollectionStore, documentId: string | number, before: Document | undefined): void {
    if (this.open.size > 0) this.history.record(documentKey(store.name, documentId), before);
  }

  isLocked(store: CollectionStore, documentId: string | number): boolean {
    return this.locks.size > 0 && this.owner(documentKey(store.name, documentId)) !== undefined;
  }

  /** Resolves when some transaction has ended; rejects when it ended because the database closes. */
  async untilReleased(): Promise<void> {
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.isClosed) throw transactionBusy();
  }

  close(): void {
    this.isClosed = true;
    for (const transaction of this.open.values()) this.end(transaction);
  }

  private owner(key: DocumentKey): Transaction | undefined {
    const owner = this.locks.get(key);
    if (owner && this.isOver(owner)) {
      this.end(owner);
      return undefined;
    }
    return owner;
  }

  private find(id: string): Transaction {
    const transaction = this.open.get(id);
    if (transaction && !this.isOver(transaction)) return transaction;
    this.endById(id);
    throw transactionMissing();
  }

  private isOver({ endsAt }: Transaction): boolean {
    return this.now().getTime() >= endsAt;
  }

  private endById(id: string): void {
    const transaction = this.open.get(id);
    if (transaction) this.end(transaction);
  }

  private end(transaction: Transaction): void {
    clearTimeout(transaction.timer);
    this.open.delete(transaction.id);
    for (const key of transaction.writes.keys())
      if (this.locks.get(key) === transaction) this.locks.delete(key);
    if (this.open.size === 0) this.history.forget();
    for (const resume of this.waiting.splice(0)) resume();
  }
}
