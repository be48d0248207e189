import { entryOf } from '../../../../local/cloud/database/storage/entry';
import { indexKeys } from '../../../../local/cloud/database/indexes/index-keys';
import { encodeValue } from '../../../../local/cloud/database/indexes/encode-value';
import type { CollectionStore } from '../../../../local/cloud/database/storage/collection-store';
import type { KeyCursor } from '../../../../local/cloud/database/storage/key-cursor';
import { idCursor } from '../../../../local/cloud/database/storage/id-cursor';
import { Schema } from '../../../../local/cloud/database/storage/schema';
import { openSqlite } from '../../../../local/cloud/database/storage/sqlite';
import type { Value } from '../../../../local/cloud/database/values/value';

const entriesOf = (cursor: KeyCursor): string[] => {
  const found: string[] = [];
  for (let entry = cursor.seek(''); entry; entry = cursor.next())
    found.push(entryOf(entry.key, entry.document));
  return found;
};

const compare = (name: string, found: readonly string[], wanted: readonly string[]): string[] => {
  const [there, due] = [new Set(found), new Set(wanted)];
  return [
    ...(there.size < found.length ? [`${name}: an entry stands twice`] : []),
    ...found.filter((entry) => !due.has(entry)).map((entry) => `${name}: no document for ${escape(entry)}`),
    ...wanted.filter((entry) => !there.has(entry)).map((entry) => `${name}: no entry ${escape(entry)}`),
  ];
};

const escape = (entry: string): string => encodeURIComponent(entry);

const faultsOf = (store: CollectionStore): string[] => {
  const documents = [...store.documents.all()];
  const ids = documents.map(([number, { _id }]) => entryOf(encodeValue(_id as Value), number));
  return [
    ...compare(`${store.name} _id_`, entriesOf(idCursor(store.documents, false)), ids),
    ...store.indexes.flatMap(({ definition, entries }) => {
      const wanted = documents.flatMap(([number, document]) =>
        indexKeys(definition, document).keys.map((key) => entryOf(key, number)),
      );
      return compare(`${store.name} ${definition.name}`, entriesOf(entries.cursor(false)), wanted);
    }),
  ];
};

/** What is wrong in a database file: entries without their document, documents without their entries. */
export const indexFaults = (file: string): string[] => {
  const sqlite = openSqlite(file);
  const schema = new Schema(sqlite);
  const faults = schema.names().flatMap((name) => faultsOf(schema.store(name)));
  sqlite.close();
  return faults;
};
