import type { Collection } from '../../../database/collection';
import { CloudError } from '../cloud-error';
import { Actions } from './actions';
import { Parameters, type AdminRequest } from './admin-request';
import { requestFailed, unsupported } from './errors';
import type { Handled } from './handled';
import { IdleMerging } from './storage/idle-merging';
import { Schema } from './storage/schema';
import { openSqlite } from './storage/sqlite';

export type DatabaseService = {
  /** The names of the actions that it answers. */
  readonly actions: readonly string[];
  /** Answers a `database.*` action of the SDK's admin protocol. Throws `CloudError` for what the protocol reports. */
  handle(request: AdminRequest): Promise<Handled>;
  /** The collections there are, in the order of their creation. */
  collections(): readonly string[];
  /** Resolves when the indexes are as a load leaves them a while later: read fastest. */
  tidied(): Promise<void>;
  close(): void;
};

export type DatabaseOptions = {
  /** Where the database lies; `:memory:` for one that vanishes. */
  readonly file: string;
  /** The cloud's clock: `serverDate` and the life of transactions go by it. */
  readonly now: () => Date;
  /** Collections to create, and whose indexes to keep in step. Others that exist stay as they are. */
  readonly collections: readonly Collection[];
};

/** The library's own errors (mingo's, a broken regular expression) are refusals of the request, as MongoDB's are. */
const asCloudError = (error: unknown): unknown => {
  if (error instanceof CloudError) return error;
  const isRefusal =
    error instanceof Error && (error.constructor.name === 'MingoError' || error.name === 'SyntaxError');
  return isRefusal ? requestFailed(error.message) : error;
};

/** Opens the document database; see README.md in this folder. */
export const openDatabase = ({ file, now, collections }: DatabaseOptions): DatabaseService => {
  const sqlite = openSqlite(file);
  const schema = new Schema(sqlite);
  schema.sync(collections);
  const actions = new Actions(sqlite, schema, now);
  const merging = new IdleMerging(() => schema.tidy());
  const answer = async (request: AdminRequest): Promise<Handled> => {
    const action = actions.named(request.action);
    if (!action) throw unsupported(`the action ${request.action}`);
    try {
      return await action(new Parameters(request, now));
    } catch (error) {
      throw asCloudError(error);
    }
  };
  return {
    actions: actions.names(),
    handle: (request) => merging.during(() => answer(request)),
    collections: () => schema.names(),
    tidied: () => merging.done(),
    close: () => {
      merging.stop();
      actions.close();
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
      sqlite.close();
    },
  };
};
