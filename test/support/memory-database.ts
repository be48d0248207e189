import { schema } from '../../database/collections/schema';
import { openDatabase } from '../../local/cloud/database/database-service';
import { type Database, wxDatabase } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import type { AdminRequest } from '../../local/cloud/database/admin-request';
import { serveAdmin, type AdminServer } from '../cloud/database/support/admin-server';
import { sdksAt } from '../cloud/database/support/sdks';

/** The library's collections in memory, reached through the real SDK as the deployed functions reach them. */
export type MemoryDatabase = {
  readonly database: Database;
  /** Every request that the SDK has sent, as its body. */
  readonly requests: readonly AdminRequest[];
  readonly cutOffAfter: AdminServer['cutOffAfter'];
  /** How many documents were examined so far, as MongoDB counts them. */
  documentsRead(): number;
  close(): Promise<void>;
};

export const openMemoryDatabase = async (
  collections = schema,
  now = () => new Date(),
): Promise<MemoryDatabase> => {
  const service = openDatabase({ file: ':memory:', now, collections });
  const server = await serveAdmin(service);
  sdksAt(server.url);
  return {
    database: wxDatabase(),
    requests: server.requests,
    documentsRead: () => server.documentsRead(),
    cutOffAfter: server.cutOffAfter,
    async close() {
      await server.close();
      service.close();
    },
  };
};
