import type { Parameters } from '../admin-request';
import { duplicateKey, invalidParameter, unsupported } from '../errors';
import type { Handled } from '../handled';
import { project } from '../planning/project';
import type { CollectionStore } from '../storage/collection-store';
import type { Schema } from '../storage/schema';
import { checkDocument } from '../updates/check-document';
import { toWire } from '../values/wire';
import type { Document } from '../values/value';
import { idOf, modified, withId, type Writes } from '../writes';
import type { Transactions } from './transactions';

type Target = { readonly transaction: string; readonly store: CollectionStore; readonly id: string | number };

/** The actions inside a transaction: by document id only, as in production. */
export class TransactionActions {
  private readonly schema: Schema;
  private readonly transactions: Transactions;
  private readonly writes: Writes;

  constructor(schema: Schema, transactions: Transactions, writes: Writes) {
    this.schema = schema;
    this.transactions = transactions;
    this.writes = writes;
  }

  get(parameters: Parameters): Handled {
    const { transaction, store, id } = this.target(parameters);
    const document = this.transactions.read(transaction, store, id);
    const list = project(document ? [document] : [], parameters.projection).map(toWire);
    return answer({ data: { list } }, document);
  }

  insert(parameters: Parameters): Handled {
    const transaction = this.transactionOf(parameters);
    const store = this.schema.store(parameters.collection);
    const documents = parameters.documents.map(withId);
    for (const document of documents) {
      checkDocument(document);
      if (this.transactions.read(transaction, store, idOf(document)))
        throw duplicateKey(store.name, '_id_', `{ _id: ${toWire(document['_id'])} }`);
      this.transactions.write(transaction, store, idOf(document), document);
    }
    return answer({ data: { insertedIds: documents.map(idOf) } }, undefined);
  }

  modify(parameters: Parameters): Handled {
    const target = this.target(parameters);
    const before = this.transactions.read(target.transaction, target.store, target.id);
    const merge = parameters.flag('merge');
    if (!before) {
      if (!parameters.flag('upsert') || merge)
        return answer({ data: { updated: 0, upsert_id: null } }, before);
      const inserted = { _id: target.id, ...parameters.data };
      checkDocument(inserted);
      this.transactions.write(target.transaction, target.store, target.id, inserted);
      return answer({ data: { updated: 0, upsert_id: target.id } }, before);
    }
    const updated = this.update(target, before, parameters.data, merge) === before ? 0 : 1;
    return answer({ data: { updated, upsert_id: null } }, before);
  }

  modifyAndReturn(parameters: Parameters): Handled {
    const target = this.target(parameters);
    const before = this.transactions.read(target.transaction, target.store, target.id);
    if (!before) return answer({ data: { updated: 0, doc: null } }, before);
    const after = this.update(target, before, parameters.data, true);
    return answer({ data: { updated: after === before ? 0 : 1, doc: toWire(after) } }, before);
  }

  remove(parameters: Parameters): Handled {
    const { transaction, store, id } = this.target(parameters);
    const before = this.transactions.read(transaction, store, id);
    if (before) this.transactions.write(transaction, store, id, undefined);
    return answer({ data: { deleted: before ? 1 : 0 } }, before);
  }

  commit(parameters: Parameters): Handled {
    this.transactions.commit(this.transactionOf(parameters), (writes) => {
      const befores = writes.map(({ store, id }) => store.byId(id));
      this.writes.commit(() => {
        for (const [i, { store, document }] of writes.entries()) apply(store, befores[i], document);
      });
      for (const [i, { store, id }] of writes.entries())
        this.transactions.changed(store, id, befores[i]?.document);
    });
    return answer({}, undefined);
  }

  abort(parameters: Parameters): Handled {
    this.transactions.abort(this.transactionOf(parameters));
    return answer({}, undefined);
  }

  private update(target: Target, before: Document, data: Document, merge: boolean): Document {
    const after = modified(before, { data, merge });
    this.transactions.write(target.transaction, target.store, target.id, after);
    return after;
  }

  private transactionOf({ transaction }: Parameters): string {
    if (transaction === undefined) throw invalidParameter('transactionId must be a string');
    return transaction;
  }

  private target(parameters: Parameters): Target {
    const { _id: id, ...rest } = parameters.filter;
    const isId = typeof id === 'string' || typeof id === 'number';
    if (!isId || Object.keys(rest).length > 0)
      throw unsupported('a query in a transaction that is not by document id: use doc(id)');
    return {
      transaction: this.transactionOf(parameters),
      store: this.schema.store(parameters.collection),
      id,
    };
  }
}

const apply = (
  store: CollectionStore,
  before: ReturnType<CollectionStore['byId']>,
  document: Document | undefined,
): void => {
  if (!before && document) store.insert([document]);
  else if (before && document) store.replace(before.number, before.document, document);
  else if (before) store.remove(before.number, before.document);
};

const answer = (reply: Record<string, unknown>, read: Document | undefined): Handled => {
  const seen = read ? 1 : 0;
  return { reply, read: seen, keys: seen };
};
