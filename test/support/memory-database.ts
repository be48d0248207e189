import { schema } from '../../database/collections/schema';
import { openDatabase } from '../../local/cloud/database/database-service';
import { type Database, wxDatabase } from '../../cloudfunctions/kernel/wechat/wx-cloud';
import type { AdminRequest } from '../../local/cloud/database/admin-request';
import { serveAdmin } from '../cloud/database/support/admin-server';
import { sdksAt } from '../cloud/database/support/sdks';

/** The library's collections in memory, reached through the real SDK as the deployed functions reach them. */
export type MemoryDatabase = {
  readonly database: Database;
  /** Every request that the SDK has sent, as its body. */
  readonly requests: readonly AdminRequest[];
  /** How many documents were examined so far, as MongoDB counts them. */
  documentsRead(): number;
  /** Does so many more requests and then none, as of one who was killed; null = does them again. */
  cutOffAfter(done: number | null): void;
  close(): Promise<void>;
};

export const openMemoryDatabase = async (collections = schema): Promise<MemoryDatabase> => {
  const service = openDatabase({ file: ':memory:', now: () => new Date(), collections });
  const server = await serveAdmin(service);
  sdksAt(server.url);
  return {
    database: wxDatabase(),
    requests: server.requests,
    documentsRead: () => server.documentsRead(),
    cutOffAfter: (done) => server.cutOffAfter(done),
    async close() {
      await server.close();
      service.close();
    },
  };
};
