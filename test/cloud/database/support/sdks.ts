import { createRequire } from 'node:module';

type Operand = unknown;
/** The query builder that both SDKs share. */
export type Query = {
  where(filter: unknown): Query;
  orderBy(path: string, direction: 'asc' | 'desc'): Query;
  limit(count: number): Query;
  skip(count: number): Query;
  field(fields: Record<string, unknown>): Query;
  get(): Promise<{ data: Record<string, unknown>[] }>;
  count(): Promise<{ total: number }>;
  update(data: unknown): Promise<Record<string, unknown>>;
  remove(): Promise<Record<string, unknown>>;
  aggregate(): Aggregate;
};
export type Aggregate = {
  match(filter: unknown): Aggregate;
  group(fields: unknown): Aggregate;
  lookup(join: unknown): Aggregate;
  project(fields: unknown): Aggregate;
  end(): Promise<Record<string, unknown>>;
};
export type Doc = {
  get(): Promise<Record<string, unknown>>;
  set(data: unknown): Promise<Record<string, unknown>>;
  update(data: unknown): Promise<Record<string, unknown>>;
  remove(): Promise<Record<string, unknown>>;
};
export type Collection = Query & {
  doc(id: string | number): Doc;
  add(data: unknown): Promise<Record<string, unknown>>;
};
export type Transaction = {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
};
export type Database = {
  readonly command: Record<string, (...operands: Operand[]) => unknown> & {
    readonly aggregate: Record<string, (...operands: Operand[]) => unknown>;
  };
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<Transaction>;
  runTransaction(run: (transaction: Transaction) => Promise<unknown>, retries?: number): Promise<unknown>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
};

/** The two styles of the SDKs, made one: plain data in, plain answers or a thrown `{ code, message }` out. */
export type Sdk = {
  readonly name: string;
  readonly database: Database;
  readonly command: Database['command'];
  collection(name: string, from?: Transaction): Collection;
  add(collection: Collection, data: unknown): Promise<unknown>;
  get(doc: Doc): Promise<Record<string, unknown> | undefined>;
  set(doc: Doc, data: unknown): Promise<'created' | 'updated' | 'same'>;
  update(target: Doc | Query, data: unknown): Promise<number>;
  remove(target: Doc | Query): Promise<number>;
  aggregate(pipeline: Aggregate): Promise<Record<string, unknown>[]>;
  /** The error code as the protocol has it. */
  failure(
    work: () => Promise<unknown>,
  ): Promise<{ readonly code: string | number; readonly message: string }>;
};

type Stats = { stats: { updated?: number; created?: number; removed?: number } };
type Failed = { code?: string; errCode?: number; errMsg?: string; message?: string };

const require = createRequire(__filename);

const pointAt = (url: string): void => {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
  });
};

const caught = async (work: () => Promise<unknown>): Promise<Failed> => {
  try {
    const answer = (await work()) as Failed | undefined;
    if (answer?.code !== undefined) return answer;
  } catch (error) {
    return error as Failed;
  }
  throw new Error('expected a failure, but it succeeded');
};

const wxServerSdk = (): Sdk => {
  const cloud = require('wx-server-sdk') as { init(options: { env: string }): void; database(): Database };
  cloud.init({ env: 'local' });
  const database = cloud.database();
  return {
    name: 'wx-server-sdk',
    database,
    command: database.command,
    collection: (name, from) => (from ?? database).collection(name),
    add: async (collection, data) => (await collection.add({ data }))['_id'],
    get: async (doc) => {
      try {
        return (await doc.get())['data'] as Record<string, unknown>;
      } catch (error) {
        if (/does not exist|cannot find/.test(String((error as Failed).errMsg))) return undefined;
        throw error;
      }
    },
    set: async (doc, data) => {
      const { stats } = (await doc.set({ data })) as Stats;
      return stats.created ? 'created' : stats.updated ? 'updated' : 'same';
    },
    update: async (target, data) => ((await target.update({ data })) as Stats).stats.updated ?? 0,
    remove: async (target) => ((await target.remove()) as Stats).stats.removed ?? 0,
    aggregate: async (pipeline) => (await pipeline.end())['list'] as Record<string, unknown>[],
    failure: async (work) => {
      const { errCode, errMsg, message } = await caught(work);
      return { code: errCode ?? 'none', message: errMsg ?? message ?? '' };
    },
  };
};

const nodeSdk = (): Sdk => {
  const cloudbase = (
    require('@cloudbase/node-sdk') as { init(options: { env: string }): { database(): Database } }
  ).init({ env: 'local' });
  const database = cloudbase.database();
  return {
    name: '@cloudbase/node-sdk',
    database,
    command: database.command,
    collection: (name, from) => (from ?? database).collection(name),
    add: async (collection, data) => {
      const answer = await collection.add(data);
      return answer['id'] ?? answer['ids'];
    },
    get: async (doc) => {
      const { data } = await doc.get();
      return (Array.isArray(data) ? (data[0] as Record<string, unknown> | undefined) : data) as
        Record<string, unknown> | undefined;
    },
    set: async (doc, data) => {
      const { updated, upsertedId } = await doc.set(data);
      return upsertedId ? 'created' : updated ? 'updated' : 'same';
    },
    update: async (target, data) => (await target.update(data))['updated'] as number,
    remove: async (target) => (await target.remove())['deleted'] as number,
    aggregate: async (pipeline) => (await pipeline.end())['data'] as Record<string, unknown>[],
    failure: async (work) => {
      const { code, message } = await caught(work);
      return { code: code ?? 'none', message: message ?? '' };
    },
  };
};

/** Both real SDKs, talking to `url`. */
export const sdksAt = (url: string): readonly Sdk[] => {
  pointAt(url);
  return [wxServerSdk(), nodeSdk()];
};
