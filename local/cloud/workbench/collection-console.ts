import { EJSON } from 'bson';
import { CloudError } from '../cloud-error';
import type { DatabaseService } from '../database/database-service';
import { nestsDeeperThan } from '../http/json-object';
import { deepestRequest } from '../database/values/wire';

/** A document as the cloud console shows and takes it: plain JSON, dates as `{ "$date": ISO }`. */
export type RawDocument = Readonly<Record<string, unknown>>;

export type Page = { readonly skip: number; readonly limit: number; readonly query: RawDocument };

/** A collection as a person edits it, through the same service that the functions use. */
export type CollectionConsole = {
  count(name: string, query: RawDocument): Promise<number>;
  list(name: string, page: Page): Promise<readonly RawDocument[]>;
  insert(name: string, documents: readonly RawDocument[]): Promise<void>;
  /** Puts the whole document in the place of the one with its id. */
  replace(name: string, id: string, document: RawDocument): Promise<'added' | 'updated'>;
  /** False when there was none. */
  remove(name: string, id: string): Promise<boolean>;
  /** Every document, in the order of the ids. */
  all(name: string): AsyncGenerator<RawDocument>;
};

const AT_ONCE = 1_000;

/** Relaxed JSON out of the wire's canonical form, and back: the console shows 3, not `{"$numberInt":"3"}`. */
const toRaw = (wire: string): RawDocument => EJSON.serialize(EJSON.parse(wire), { relaxed: true });
/** What looks like EJSON and is none (`{"$oid":"x"}`) is the mistake of who sent it. */
const toWire = (document: RawDocument): string => {
  if (nestsDeeperThan(deepestRequest, document))
    throw new CloudError('INVALID_PARAM', `more than ${deepestRequest} levels of objects and arrays`);
  try {
    return EJSON.stringify(EJSON.deserialize(document, { relaxed: false }) as unknown, { relaxed: false });
  } catch (error) {
    throw new CloudError('INVALID_PARAM', error instanceof Error ? error.message : String(error));
  }
};

const withoutId = ({ _id, ...rest }: RawDocument): RawDocument => rest;

/** Asks the database as an administrator's script would. */
const asking =
  (database: DatabaseService) => async (action: string, collectionName: string, parameters: RawDocument) => {
    const { reply } = await database.handle({ action: `database.${action}`, collectionName, ...parameters });
    return (reply as { data?: Readonly<Record<string, unknown>> }).data ?? {};
  };

async function* everyDocument(
  read: (page: RawDocument) => Promise<readonly RawDocument[]>,
): AsyncGenerator<RawDocument> {
  let query: RawDocument = {};
  for (;;) {
    const page = await read({ query: toWire(query), limit: AT_ONCE });
    yield* page;
    if (page.length < AT_ONCE) return;
    query = { _id: { $gt: page.at(-1)?.['_id'] } };
  }
}

/** The collections as the cloud console shows and edits them: with all rights, past the rules. */
export const createCollectionConsole = (database: DatabaseService): CollectionConsole => {
  const ask = asking(database);
  const read = async (name: string, parameters: RawDocument): Promise<RawDocument[]> => {
    const order = toWire({ _id: 1 });
    const { list } = await ask('getDocument', name, { queryType: 'WHERE', order, ...parameters });
    return (list as readonly string[]).map(toRaw);
  };
  return {
    async count(name, query) {
      const { total } = await ask('calculateDocument', name, { queryType: 'WHERE', query: toWire(query) });
      return total as number;
    },
    list: (name, { skip, limit, query }) => read(name, { query: toWire(query), offset: skip, limit }),
    insert: async (name, documents) =>
      void (await ask('insertDocument', name, { data: documents.map(toWire) })),
    async replace(name, id, document) {
      const { _id: given = id } = document;
      if (given !== id) throw new CloudError('INVALID_PARAM', `_id is ${String(given)}, not ${id}`);
      const { updated } = await ask('modifyDocument', name, {
        queryType: 'DOC',
        query: JSON.stringify({ _id: id }),
        data: toWire(withoutId(document)),
        multi: false,
        merge: false,
        upsert: true,
      });
      return updated === 1 ? 'updated' : 'added';
    },
    async remove(name, id) {
      const query = JSON.stringify({ _id: id });
      const { deleted } = await ask('removeDocument', name, { queryType: 'DOC', query, multi: false });
      return deleted === 1;
    },
    all: (name) => everyDocument((page) => read(name, page)),
  };
};
