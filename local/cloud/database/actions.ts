import type { Parameters } from './admin-request';
import { aggregateDocuments } from './aggregate';
import { invalidParameter } from './errors';
import type { Handled } from './handled';
import { count, find } from './planning/find';
import { project } from './planning/project';
import type { Schema } from './storage/schema';
import type { Sqlite } from './storage/sqlite';
import { TransactionActions } from './transactions/transaction-actions';
import { Transactions } from './transactions/transactions';
import { toWire } from './values/wire';
import { Writes } from './writes';

type Action = (parameters: Parameters) => Handled | Promise<Handled>;

/** How many documents a query gives: this many unless it says otherwise, never more than that. */
const defaultLimit = 100;
const largestLimit = 1000;

const free = (reply: Record<string, unknown>): Handled => ({ reply, read: 0, keys: 0 });

/** The `database.*` actions, each in terms of the parts that do the work. */
export class Actions {
  private readonly transactions: Transactions;
  private readonly writes: Writes;
  private readonly inTransaction: TransactionActions;
  private readonly actions: ReadonlyMap<string, Action>;

  private readonly schema: Schema;

  constructor(sqlite: Sqlite, schema: Schema, now: () => Date) {
    this.schema = schema;

    this.transactions = new Transactions(now);
    this.writes = new Writes(sqlite, schema, this.transactions);
    this.inTransaction = new TransactionActions(schema, this.transactions, this.writes);
    this.actions = new Map<string, Action>([
      ['database.addCollection', (parameters) => this.addCollection(parameters)],
      ['database.insertDocument', (parameters) => this.insert(parameters)],
      ['database.getDocument', (parameters) => this.get(parameters)],
      ['database.calculateDocument', (parameters) => this.calculate(parameters)],
      ['database.modifyDocument', (parameters) => this.modify(parameters)],
      ['database.modifyAndReturnDoc', (parameters) => this.modifyAndReturn(parameters)],
      ['database.removeDocument', (parameters) => this.remove(parameters)],
      ['database.aggregateDocuments', (parameters) => this.aggregate(parameters)],
      ['database.startTransaction', () => free({ transactionId: this.transactions.begin() })],
      ['database.commitTransaction', (parameters) => this.inTransaction.commit(parameters)],
      ['database.abortTransaction', (parameters) => this.inTransaction.abort(parameters)],
    ]);
  }

  names(): readonly string[] {
    return [...this.actions.keys()];
  }

  named(name: string): Action | undefined {
    return this.actions.get(name);
  }

  close(): void {
    this.transactions.close();
  }

  private addCollection({ collection }: Parameters): Handled {
    this.schema.addCollection(collection);
    return free({});
  }

  private async insert(parameters: Parameters): Promise<Handled> {
    if (parameters.transaction !== undefined) return this.inTransaction.insert(parameters);
    return free({
      data: { insertedIds: await this.writes.insert(parameters.collection, parameters.documents) },
    });
  }

  private get(parameters: Parameters): Handled {
    if (parameters.transaction !== undefined) return this.inTransaction.get(parameters);
    const limit = parameters.number('limit') ?? defaultLimit;
    if (limit > largestLimit)
      throw invalidParameter(`limit must not be greater than ${largestLimit}, got ${limit}`);
    const { rows, read, keys } = find(this.schema.store(parameters.collection), {
      filter: parameters.filter,
      sort: parameters.sort,
      skip: parameters.number('offset') ?? 0,
      limit,
    });
    const documents = project(
      rows.map(({ document }) => document),
      parameters.projection,
    );
    return { reply: { data: { list: documents.map(toWire) } }, read, keys };
  }

  private calculate({ collection, filter }: Parameters): Handled {
    const { total, read, keys } = count(this.schema.store(collection), filter);
    return { reply: { data: { total } }, read, keys };
  }

  private async modify(parameters: Parameters): Promise<Handled> {
    if (parameters.transaction !== undefined) return this.inTransaction.modify(parameters);
    const { updated, upsertedId, read, keys } = await this.writes.modify(parameters.collection, {
      filter: parameters.filter,
      data: parameters.data,
      multi: parameters.flag('multi'),
      merge: parameters.flag('merge'),
      upsert: parameters.flag('upsert'),
    });
    return { reply: { data: { updated, upsert_id: upsertedId ?? null } }, read, keys };
  }

  private async modifyAndReturn(parameters: Parameters): Promise<Handled> {
    if (parameters.transaction !== undefined) return this.inTransaction.modifyAndReturn(parameters);
    const { updated, last, read, keys } = await this.writes.modify(parameters.collection, {
      filter: parameters.filter,
      data: parameters.data,
      multi: false,
      merge: true,
      upsert: false,
    });
    return { reply: { data: { updated, doc: last ? toWire(last) : null } }, read, keys };
  }

  private async remove(parameters: Parameters): Promise<Handled> {
    if (parameters.transaction !== undefined) return this.inTransaction.remove(parameters);
    const { deleted, read, keys } = await this.writes.remove(
      parameters.collection,
      parameters.filter,
      parameters.flag('multi'),
    );
    return { reply: { data: { deleted } }, read, keys };
  }

  private aggregate({ collection, stages }: Parameters): Handled {
    const { list, read, keys } = aggregateDocuments(this.schema.store(collection), stages, (name) =>
      this.schema.store(name),
    );
    return { reply: { data: { list: list.map(toWire) } }, read, keys };
  }
}
