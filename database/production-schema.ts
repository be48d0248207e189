import type { Collection } from './collection';
import storageRule from './storage-rule.json';

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

type Production = {
  readonly collections: readonly ProductionCollection[];
  /** What clients may do in the cloud's storage; the embedded cloud reads the same file. */
  readonly storage_rule: { readonly read: boolean | string; readonly write: boolean | string };
};

const collectionForProduction = ({ name, indexes, rule }: Collection): ProductionCollection => ({
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
});

/** What to set up in production, where nothing creates collections and indexes and sets rules by itself. */
export const forProduction = (collections: readonly Collection[]): Production => ({
  collections: collections.map(collectionForProduction),
  storage_rule: storageRule,
});
