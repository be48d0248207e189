import type { ReindexRequests } from '../ports';
import type { Clock } from '../../kernel/clock';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';

type Request = { readonly _id: string; readonly requestedAt?: unknown };

const everything = 'all';

/** What librarians or an import asked for, in `reindex_requests`. */
export const cloudReindexRequests = (database: Database, now: Clock): ReindexRequests => {
  const requests = database.collection('reindex_requests');
  /** One without a time, or with a time to come, counts from when it is first seen. */
  const timeOf = async ({ requestedAt }: Request): Promise<number> => {
    const seen = now();
    if (requestedAt instanceof Date && requestedAt <= seen) return requestedAt.getTime();
    await requests.doc(everything).set({ data: { requestedAt: seen } });
    return seen.getTime();
  };
  return {
    read: async (limit) => {
      const found = await documentsOf<Request>(requests.limit(limit));
      const all = found.find(({ _id }) => _id === everything);
      return {
        bookIds: found.map(({ _id }) => _id).filter((id) => id !== everything),
        allSince: all && (await timeOf(all)),
      };
    },
    remove: async (ids) => {
      await requests.where({ _id: database.command.in([...ids]) }).remove();
    },
  };
};
