import tcb from '@cloudbase/node-sdk';
import type { Fields, StoredDocument } from './merge';

/** What an import needs of the cloud's database. */
export type CloudDatabase = {
  /** The documents with these ids (at most 1,000), in no order. */
  find(collection: string, ids: readonly string[]): Promise<StoredDocument[]>;
  /** Up to `limit` documents of a collection. */
  list(collection: string, limit: number): Promise<StoredDocument[]>;
  /** All of them or, on an error, perhaps some. */
  insert(collection: string, documents: readonly StoredDocument[]): Promise<void>;
  update(collection: string, id: string, fields: Fields): Promise<void>;
  /** Replaces or creates. */
  set(collection: string, document: StoredDocument): Promise<void>;
};

/** The database refused: `code` as the cloud gives it. */
export class CloudRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'CloudRefusal';
    this.code = code;
  }
}

type Reply = {
  readonly code?: string | number | undefined;
  readonly message?: string | undefined;
  readonly data?: unknown;
};

/** The SDK throws some refusals and hands others back in its reply. */
const done = async (request: Promise<unknown> | Promise<void>): Promise<Reply> => {
  const reply = (await request) as Reply | undefined;
  if (reply?.code) throw new CloudRefusal(String(reply.code), reply.message ?? '');
  return reply ?? {};
};

const documents = (reply: Reply): StoredDocument[] =>
  Array.isArray(reply.data) ? (reply.data as StoredDocument[]) : [];

/**
 * The database of the cloud that `environment` leads to: the variables with which an embedded cloud, or a function's
 * surroundings on WeChat, point both SDKs at themselves.
 */
export const connectDatabase = (environment: Readonly<Record<string, string>>): CloudDatabase => {
  Object.assign(process.env, environment);
  const db = tcb.init({ env: environment['TCB_ENV'] ?? '', timeout: 60_000 }).database();
  return {
    find: async (collection, ids) =>
      documents(
        await done(
          db
            .collection(collection)
            .where({ _id: db.command.in([...ids]) })
            .limit(1000)
            .get(),
        ),
      ),
    list: async (collection, limit) => documents(await done(db.collection(collection).limit(limit).get())),
    insert: async (collection, batch) => void (await done(db.collection(collection).add([...batch]))),
    update: async (collection, id, fields) =>
      void (await done(
        db
          .collection(collection)
          .doc(id)
          .update({ ...fields }),
      )),
    set: async (collection, { _id, ...fields }) =>
      void (await done(db.collection(collection).doc(_id).set(fields))),
  };
};
