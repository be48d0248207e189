import { bufferOf, type Bytes } from '../indexes/encode-value';
import type { Block } from './block';
import type { Sqlite } from './sqlite';

/**
 * A sorted run of index entries. `age` tells which of two runs is newer; `into` names the run that a merge is moving
 * its entries to.
 */
export type Run = {
  readonly id: number;
  readonly age: number;
  tier: number;
  into: number | null;
};

const toBlock = (row: unknown): Block | undefined => {
  if (row === undefined) return undefined;
  const [first, body] = row as readonly [Buffer, Buffer];
  return { first: first.toString('latin1'), body };
};

/** The runs of one index and their blocks, as they lie in SQLite. */
export class Runs {
  private readonly sqlite: Sqlite;
  private readonly index: number;
  private readonly statements: ReturnType<typeof prepare>;

  constructor(sqlite: Sqlite, index: number) {
    this.sqlite = sqlite;
    this.index = index;
    this.statements = prepare(sqlite, index);
  }

  all(): Run[] {
    return this.sqlite
      .prepare('SELECT id, age, tier, "into" FROM runs WHERE index_id = ? ORDER BY age')
      .all([this.index]) as Run[];
  }

  /** A new run; the newest of all unless it takes the place of others. */
  create(tier: number, age?: number): Run {
    const id = Number(this.statements.create.run([this.index, age ?? 0, tier]).lastInsertRowid);
    if (age === undefined) this.statements.setAge.run([id, id]);
    return { id, age: age ?? id, tier, into: null };
  }

  mergeInto(run: Run, into: number): void {
    this.statements.setInto.run([into, run.id]);
    run.into = into;
  }

  setTier(run: Run, tier: number): void {
    if (run.tier === tier) return;
    this.statements.setTier.run([tier, run.id]);
    run.tier = tier;
  }

  forget(run: Run): void {
    this.statements.forget.run([run.id]);
  }

  append(run: number, blocks: readonly Block[]): void {
    for (const { first, body } of blocks) this.statements.insert.run([run, bufferOf(first), body]);
  }

  firstBlocks(run: number, limit: number): Block[] {
    return this.statements.head.all([run, limit]).map((row) => toBlock(row) as Block);
  }

  /** Removes the blocks that begin at or before an entry. */
  removeUpTo(run: number, last: Bytes): void {
    this.statements.removeUpTo.run([run, bufferOf(last)]);
  }

  blockAt(run: number, target: Bytes): Block | undefined {
    return toBlock(this.statements.at.get([run, bufferOf(target)]));
  }

  blockAfter(run: number, first: Bytes): Block | undefined {
    return toBlock(this.statements.following.get([run, bufferOf(first)]));
  }

  blockBefore(run: number, target: Bytes): Block | undefined {
    return toBlock(this.statements.before.get([run, bufferOf(target)]));
  }
}

const table = (index: number): string => `entries_${index}`;

/** Makes the table that lists the runs of all indexes. */
export const createRunsTable = (sqlite: Sqlite): void => {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS runs(id INTEGER PRIMARY KEY AUTOINCREMENT, index_id INTEGER NOT NULL, ' +
      'age INTEGER NOT NULL, tier INTEGER NOT NULL, "into" INTEGER)',
  );
};

/** Makes the table of one index's entries, each run of them in blocks. */
export const createEntries = (sqlite: Sqlite, index: number): void => {
  sqlite.exec(
    `CREATE TABLE ${table(index)}(run INTEGER NOT NULL, first BLOB NOT NULL, body BLOB NOT NULL, ` +
      'PRIMARY KEY(run, first)) WITHOUT ROWID',
  );
};

/** Drops it again, and the runs of the index from the list. */
export const dropEntries = (sqlite: Sqlite, index: number): void => {
  sqlite.exec(`DROP TABLE ${table(index)}`);
  sqlite.prepare('DELETE FROM runs WHERE index_id = ?').run([index]);
};

const prepare = (sqlite: Sqlite, index: number) => {
  const select = (where: string, order: string) =>
    sqlite
      .prepare(
        `SELECT first, body FROM ${table(index)} WHERE run = ? ${where} ORDER BY first ${order} LIMIT 1`,
      )
      .raw();
  return {
    at: select('AND first <= ?', 'DESC'),
    following: select('AND first > ?', 'ASC'),
    before: select('AND first < ?', 'DESC'),
    head: sqlite
      .prepare(`SELECT first, body FROM ${table(index)} WHERE run = ? ORDER BY first LIMIT ?`)
      .raw(),
    insert: sqlite.prepare(`INSERT INTO ${table(index)}(run, first, body) VALUES(?, ?, ?)`),
    removeUpTo: sqlite.prepare(`DELETE FROM ${table(index)} WHERE run = ? AND first <= ?`),
    create: sqlite.prepare('INSERT INTO runs(index_id, age, tier) VALUES(?, ?, ?)'),
    setAge: sqlite.prepare('UPDATE runs SET age = ? WHERE id = ?'),
    setInto: sqlite.prepare('UPDATE runs SET "into" = ? WHERE id = ?'),
    setTier: sqlite.prepare('UPDATE runs SET tier = ? WHERE id = ?'),
    forget: sqlite.prepare('DELETE FROM runs WHERE id = ?'),
  };
};
