import type { Collection, Index } from '../../../../database/collection';
import { collectionExists, collectionMissing } from '../errors';
import { indexFields, type IndexDefinition } from '../indexes/index-definition';
import { CollectionStore, type StoredIndex } from './collection-store';
import { Documents } from './documents';
import { Entries } from './entries';
import { createEntries, createRunsTable, dropEntries } from './runs';
import { atomically, type Sqlite } from './sqlite';

type IndexRow = {
  readonly id: number;
  readonly name: string;
  readonly definition: string;
  readonly multikey: string;
};

/** How many documents are indexed at a time when an index is built. */
const batch = 500;

/** How many entries are merged at a time when nobody asks: a few milliseconds' work. */
const workWhenIdle = 4096;

/** Which collections and indexes there are. */
export class Schema {
  private readonly stores = new Map<string, CollectionStore>();

  private readonly sqlite: Sqlite;

  constructor(sqlite: Sqlite) {
    this.sqlite = sqlite;

    sqlite.exec('CREATE TABLE IF NOT EXISTS collections(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)');
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS indexes(id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, ' +
        'name TEXT NOT NULL, definition TEXT NOT NULL, multikey TEXT NOT NULL, UNIQUE(collection, name))',
    );
    createRunsTable(sqlite);
    this.reload();
  }

  /** Reads everything again, as after a rollback. */
  reload(): void {
    this.stores.clear();
    const rows = this.sqlite.prepare('SELECT id, name FROM collections').all([]) as {
      id: number;
      name: string;
    }[];
    for (const { id, name } of rows) this.stores.set(name, this.open(id, name));
  }

  names(): readonly string[] {
    return [...this.stores.keys()];
  }

  store(name: string): CollectionStore {
    const store = this.stores.get(name);
    if (!store) throw collectionMissing(name);
    return store;
  }

  addCollection(name: string): void {
    if (this.stores.has(name)) throw collectionExists(name);
    const id = Number(
      this.sqlite.prepare('INSERT INTO collections(name) VALUES(?)').run([name]).lastInsertRowid,
    );
    this.stores.set(name, this.open(id, name));
  }

  /** Creates what is missing, drops what is gone, and builds changed indexes anew; each collection in one commit. */
  sync(collections: readonly Collection[]): void {
    for (const { name, indexes } of collections) {
      atomically(this.sqlite, () => {
        if (!this.stores.has(name)) this.addCollection(name);
        this.syncIndexes(name, indexes);
      });
    }
  }

  /** A little of the merging that an import left over, in one commit; false when there is none. */
  tidy(): boolean {
    const indexes = [...this.stores.values()].flatMap((store) => store.indexes);
    try {
      return atomically(this.sqlite, () => indexes.some(({ entries }) => entries.tidy(workWhenIdle)));
    } catch (error) {
      this.reload();
      throw error;
    }
  }

  private syncIndexes(name: string, wanted: readonly Index[]): void {
    const id = this.collectionId(name);
    const rows = this.indexRows(id);
    const changed = wanted.filter((index) => !rows.some((row) => row.definition === JSON.stringify(index)));
    const obsolete = rows.filter((row) => !wanted.some((index) => row.definition === JSON.stringify(index)));
    for (const row of obsolete) {
      this.sqlite.prepare('DELETE FROM indexes WHERE id = ?').run([row.id]);
      dropEntries(this.sqlite, row.id);
    }
    const created = new Set(changed.map((index) => this.createIndex(id, index)));
    if (changed.length + obsolete.length === 0) return;
    const store = this.open(id, name);
    this.stores.set(name, store);
    this.build(
      store,
      store.indexes.filter(({ definition }) => created.has(definition.id)),
    );
  }

  private createIndex(collection: number, index: Index): number {
    const { lastInsertRowid } = this.sqlite
      .prepare('INSERT INTO indexes(collection, name, definition, multikey) VALUES(?, ?, ?, ?)')
      .run([collection, index.name, JSON.stringify(index), JSON.stringify(index.fields.map(() => false))]);
    createEntries(this.sqlite, Number(lastInsertRowid));
    return Number(lastInsertRowid);
  }

  private build(store: CollectionStore, indexes: readonly StoredIndex[]): void {
    let changes: { number: number; after: Parameters<CollectionStore['insert']>[0][number] }[] = [];
    for (const [number, after] of store.documents.all()) {
      changes.push({ number, after });
      if (changes.length < batch) continue;
      store.reindex(changes, indexes);
      changes = [];
    }
    store.reindex(changes, indexes);
  }

  private open(id: number, name: string): CollectionStore {
    const indexes = this.indexRows(id).map((row) => ({
      definition: definitionOf(row),
      entries: new Entries(this.sqlite, row.id),
    }));
    const saveMultikey = ({ id: index, multikey }: IndexDefinition): void => {
      this.sqlite
        .prepare('UPDATE indexes SET multikey = ? WHERE id = ?')
        .run([JSON.stringify(multikey), index]);
    };
    return new CollectionStore(name, new Documents(this.sqlite, id), indexes, saveMultikey);
  }

  private collectionId(name: string): number {
    return (this.sqlite.prepare('SELECT id FROM collections WHERE name = ?').get([name]) as { id: number })
      .id;
  }

  private indexRows(collection: number): readonly IndexRow[] {
    return this.sqlite
      .prepare('SELECT id, name, definition, multikey FROM indexes WHERE collection = ? ORDER BY id')
      .all([collection]) as IndexRow[];
  }
}

const definitionOf = ({ id, name, definition, multikey }: IndexRow): IndexDefinition => {
  const index = JSON.parse(definition) as Index;
  return {
    id,
    name,
    fields: indexFields(index),
    unique: index.unique === true,
    multikey: JSON.parse(multikey) as boolean[],
  };
};
