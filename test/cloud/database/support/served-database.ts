import type { Collection } from '../../../../database/collection';
import { openDatabase, type DatabaseService } from '../../../../local/cloud/database/database-service';
import { serveAdmin } from './admin-server';
import { sdksAt, type Sdk } from './sdks';

export const sdkNames = ['wx-server-sdk', '@cloudbase/node-sdk'] as const;
export type SdkName = (typeof sdkNames)[number];

/** A database that both real SDKs talk to. */
export type ServedDatabase = {
  readonly database: DatabaseService;
  sdk(name: SdkName): Sdk;
  /** Removes every document. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

export const serveDatabase = async (
  collections: readonly Collection[],
  now: () => Date = () => new Date(),
): Promise<ServedDatabase> => {
  const database = openDatabase({ file: ':memory:', now, collections });
  const server = await serveAdmin(database);
  const sdks = sdksAt(server.url);
  return {
    database,
    sdk: (name) => sdks.find((one) => one.name === name) as Sdk,
    clear: async () => {
      for (const { name: collectionName } of collections)
        await database.handle({
          action: 'database.removeDocument',
          collectionName,
          query: '{}',
          multi: true,
        });
    },
    close: async () => {
      await server.close();
      database.close();
    },
  };
};
