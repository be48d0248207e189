import { bufferOf, type Bytes } from '../indexes/encode-value';
import { fromStored, toStored } from '../values/stored';
import type { Document } from '../values/value';
import type { Sqlite } from './sqlite';

type Row = readonly [number, string];

/** The documents of one collection: a number for each (its place in natural order), found by `_id` or by number. */
export class Documents {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(sqlite: Sqlite, collection: number) {
    create(sqlite, collection);
    this.statements = prepare(sqlite, collection);
  }

  get(number: number): Document | undefined {
    const row = this.statements.get.get([number]) as readonly [string] | undefined;
    return row && fromStored(row[0]);
  }

  /** The number of the document whose `_id` has these bytes. */
  find(id: Bytes): number | undefined {
    return (this.statements.find.get([bufferOf(id)]) as readonly [number] | undefined)?.[0];
  }

  insert(id: Bytes, document: Document): number {
    const number = Number(this.statements.insert.run([toStored(document)]).lastInsertRowid);
    this.statements.insertId.run([bufferOf(id), number]);
    return number;
  }

  replace(number: number, document: Document): void {
    this.statements.replace.run([toStored(document), number]);
  }

  remove(number: number, id: Bytes): void {
    this.statements.remove.run([number]);
    this.statements.removeId.run([bufferOf(id)]);
  }

  count(): number {
    return (this.statements.count.get([]) as readonly [number])[0];
  }

  /** Documents in natural order; read in pages, so that nothing stays open between two of them. */
  *all(): Generator<readonly [number, Document]> {
    let after = 0;
    for (;;) {
      const rows = this.statements.page.all([after]) as Row[];
      for (const [number, body] of rows) yield [number, fromStored(body)];
      if (rows.length < pageSize) return;
      after = (rows.at(-1) as Row)[0];
    }
  }

  /** `_id` keys from (and including) `from` on, or below `before` backwards. */
  idsFrom(from: Bytes, limit: number): (readonly [Buffer, number])[] {
    return this.statements.idsFrom.all([bufferOf(from), limit]) as (readonly [Buffer, number])[];
  }

  idsBefore(before: Bytes, limit: number): (readonly [Buffer, number])[] {
    return this.statements.idsBefore.all([bufferOf(before), limit]) as (readonly [Buffer, number])[];
  }
}

const pageSize = 128;

const create = (sqlite: Sqlite, collection: number): void => {
  sqlite.exec(
    `CREATE TABLE IF NOT EXISTS documents_${collection}(number INTEGER PRIMARY KEY, body TEXT NOT NULL)`,
  );
  sqlite.exec(
    `CREATE TABLE IF NOT EXISTS ids_${collection}(id BLOB PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID`,
  );
};

const prepare = (sqlite: Sqlite, collection: number) => {
  const documents = `documents_${collection}`;
  const ids = `ids_${collection}`;
  return {
    get: sqlite.prepare(`SELECT body FROM ${documents} WHERE number = ?`).raw(),
    find: sqlite.prepare(`SELECT number FROM ${ids} WHERE id = ?`).raw(),
    insert: sqlite.prepare(`INSERT INTO ${documents}(body) VALUES(?)`),
    insertId: sqlite.prepare(`INSERT INTO ${ids}(id, number) VALUES(?, ?)`),
    replace: sqlite.prepare(`UPDATE ${documents} SET body = ? WHERE number = ?`),
    remove: sqlite.prepare(`DELETE FROM ${documents} WHERE number = ?`),
    removeId: sqlite.prepare(`DELETE FROM ${ids} WHERE id = ?`),
    count: sqlite.prepare(`SELECT COUNT(*) FROM ${ids}`).raw(),
    page: sqlite
      .prepare(`SELECT number, body FROM ${documents} WHERE number > ? ORDER BY number LIMIT ${pageSize}`)
      .raw(),
    idsFrom: sqlite.prepare(`SELECT id, number FROM ${ids} WHERE id >= ? ORDER BY id LIMIT ?`).raw(),
    idsBefore: sqlite.prepare(`SELECT id, number FROM ${ids} WHERE id < ? ORDER BY id DESC LIMIT ?`).raw(),
  };
};
