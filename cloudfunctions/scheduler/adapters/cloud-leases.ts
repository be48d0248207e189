import { addIfNew } from '../../kernel/wechat/cloud-additions';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';
import type { Lease } from '../domain/lease';
import type { Leases } from '../ports';

type Updated = { readonly stats: { readonly updated: number } };

/** Leases in `jobs`; a conditional update is atomic, and an id is added once, so of two runs one gets the lease. */
export const cloudLeases = (database: Database): Leases => {
  const jobs = database.collection('jobs');
  const { command } = database;
  return {
    look: async (names) => {
      const query = jobs.where({ _id: command.in([...names]) }).field({ leasedUntil: true, dueAt: true });
      const found = await documentsOf<Lease & { readonly _id: string }>(query);
      return new Map(found.map(({ _id, leasedUntil, dueAt }) => [_id, { leasedUntil, dueAt }]));
    },
    take: async (name, isKnown, now, { leaseMs, everyMs }) => {
      const leasedUntil = now + leaseMs;
      // Where its id is taken another run added it first.
      if (!isKnown) return addIfNew(database, 'jobs', { _id: name, leasedUntil, dueAt: 0 });
      // The SDK makes one `or` of two that stand beside each other in a condition: each needs brackets of its own.
      const free = command.and([
        { _id: name },
        command.or([{ leasedUntil: command.lte(now) }, { leasedUntil: command.gt(leasedUntil) }]),
        command.or([{ dueAt: command.lte(now) }, { dueAt: command.gt(now + everyMs) }]),
      ]);
      const { stats } = (await jobs.where(free).update({ data: { leasedUntil } })) as Updated;
      return stats.updated > 0;
    },
    release: async (name, dueAt) => {
      await jobs.where({ _id: name }).update({ data: { leasedUntil: 0, dueAt } });
    },
  };
};
