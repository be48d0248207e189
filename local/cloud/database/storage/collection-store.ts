import { duplicateKey, invalidParameter, keyTooLarge } from '../errors';
import { encodeValue, type Bytes } from '../indexes/encode-value';
import type { IndexDefinition } from '../indexes/index-definition';
import { indexKeys } from '../indexes/index-keys';
import { toWire } from '../values/wire';
import type { Document, Value } from '../values/value';
import { longestEntry } from './block';
import type { Documents } from './documents';
import type { Entries } from './entries';
import { entryOf, keyOf } from './entry';

export type StoredIndex = { readonly definition: IndexDefinition; readonly entries: Entries };

type Change = { readonly number: number; readonly before?: Document; readonly after?: Document };

/** One collection on disk: its documents and their indexes, which always change together. */
export class CollectionStore {
  readonly name: string;
  readonly documents: Documents;
  readonly indexes: readonly StoredIndex[];
  private readonly becameMultikey: (index: IndexDefinition) => void;

  constructor(
    name: string,
    documents: Documents,
    indexes: readonly StoredIndex[],
    becameMultikey: (index: IndexDefinition) => void,
  ) {
    this.name = name;
    this.documents = documents;
    this.indexes = indexes;
    this.becameMultikey = becameMultikey;
  }

  /** A document by `_id`, and its number. */
  byId(id: Value): { readonly number: number; readonly document: Document } | undefined {
    const number = this.documents.find(idBytes(id));
    const document = number === undefined ? undefined : this.documents.get(number);
    return number === undefined || !document ? undefined : { number, document };
  }

  insert(documents: readonly Document[]): void {
    this.reindex(
      documents.map((document) => {
        const id = idBytes(document['_id'] as Value);
        if (this.documents.find(id) !== undefined)
          throw duplicateKey(this.name, '_id_', `{ _id: ${toWire(document['_id'])} }`);
        return { number: this.documents.insert(id, document), after: document };
      }),
    );
  }

  replace(number: number, before: Document, document: Document): void {
    this.documents.replace(number, document);
    this.reindex([{ number, before, after: document }]);
  }

  remove(number: number, before: Document): void {
    this.documents.remove(number, idBytes(before['_id'] as Value));
    this.reindex([{ number, before }]);
  }

  /** Brings every index up to date, or one that is being built. */
  reindex(changes: readonly Change[], indexes: readonly StoredIndex[] = this.indexes): void {
    for (const { definition, entries } of indexes) {
      const added: Bytes[] = [];
      const removed: Bytes[] = [];
      for (const { number, before, after } of changes) {
        const old = before ? indexKeys(definition, before).keys : [];
        const fresh = after ? this.freshKeys(definition, after) : [];
        const kept = new Set(
          old.length > 0 && fresh.length > 0 ? fresh.filter((key) => old.includes(key)) : [],
        );
        for (const key of old) if (!kept.has(key)) removed.push(entryOf(key, number));
        for (const key of fresh) if (!kept.has(key)) added.push(entryOf(key, number));
      }
      if (added.some((entry) => entry.length > longestEntry)) throw keyTooLarge(definition.name);
      if (definition.unique) this.checkUnique(definition, entries, added, new Set(removed));
      if (added.length + removed.length > 0) entries.change(added, removed);
    }
  }

  private freshKeys(definition: IndexDefinition, document: Document): readonly Bytes[] {
    const { keys, multikey } = indexKeys(definition, document);
    if (multikey.some((isArray, field) => isArray && !definition.multikey[field])) {
      definition.multikey = definition.multikey.map((was, field) => was || multikey[field] === true);
      this.becameMultikey(definition);
    }
    return keys;
  }

  private checkUnique(
    definition: IndexDefinition,
    entries: Entries,
    added: readonly Bytes[],
    removed: ReadonlySet<Bytes>,
  ): void {
    const seen = new Set<Bytes>();
    for (const entry of added) {
      const key = keyOf(entry);
      const holder = entries.documentWithKey(key);
      const isTaken = holder !== undefined && !removed.has(entryOf(key, holder));
      if (isTaken || seen.has(key)) throw duplicateKey(this.name, definition.name, describeKey(definition));
      seen.add(key);
    }
  }
}

const describeKey = ({ fields }: IndexDefinition): string =>
  `{ ${fields.map(({ name }) => name).join(', ')} }`;

/** The bytes of an `_id`: a string, or a number as the SDK's `doc(1)` sends it. */
export const idBytes = (id: Value): Bytes => {
  if (typeof id !== 'string' && typeof id !== 'number')
    throw invalidParameter('_id must be a string or a number in the embedded cloud');
  return encodeValue(id);
};
