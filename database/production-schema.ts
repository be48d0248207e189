import type { Collection } from './collection';

/** A collection in the words of WeChat's HTTP API: `tcb/databasecollectionadd`, `tcb/updateindex`, and its rule. */
type ProductionCollection = {
  readonly collection_name: string;
  readonly create_indexes: readonly {
    readonly name: string;
    readonly unique: boolean;
    readonly keys: readonly { readonly name: string; readonly direction: '1' | '-1' }[];
  }[];
  readonly rule: Collection['rule'];
};

/** What to set up in production, where nothing creates collections and indexes by itself. */
export const forProduction = (collections: readonly Collection[]): ProductionCollection[] =>
  collections.map(({ name, indexes, rule }) => ({
    collection_name: name,
    create_indexes: indexes.map((index) => ({
      name: index.name,
      unique: index.unique ?? false,
      keys: index.fields.map(([path, direction]) => ({
        name: path,
        direction: direction === 1 ? '1' : '-1',
      })),
    })),
    rule,
  }));
