import { documentsOf, type Database } from '../../kernel/wx-cloud';
import type { Leases } from '../ports';

type Updated = { readonly stats: { readonly updated: number } };

/** Leases in `jobs`; a conditional update is atomic, so of two runs one gets the lease. */
export const cloudLeases = (database: Database): Leases => {
  const jobs = database.collection('jobs');
  const { command } = database;
  const claim = async (name: string, now: number, until: number, everyMs: number): Promise<boolean> => {
    // The SDK makes one `or` of two that stand beside each other in a condition: each needs brackets of its own.
    const free = command.and([
      { _id: name },
      command.or([{ leasedUntil: command.lte(now) }, { leasedUntil: command.gt(until) }]),
      command.or([{ dueAt: command.lte(now) }, { dueAt: command.gt(now + everyMs) }]),
    ]);
    const { stats } = (await jobs.where(free).update({ data: { leasedUntil: until } })) as Updated;
    return stats.updated > 0;
  };
  return {
    take: async (name, now, until, everyMs) => {
      if (await claim(name, now, until, everyMs)) return 'taken';
      const [known] = await documentsOf<{ readonly leasedUntil: number }>(jobs.where({ _id: name }));
      if (known) return known.leasedUntil > now ? 'busy' : 'not-due';
      try {
        await jobs.add({ data: { _id: name, leasedUntil: until, dueAt: 0 } });
        return 'taken';
      } catch {
        // Another run added it first.
        return 'busy';
      }
    },
    release: async (name, dueAt) => {
      await jobs.where({ _id: name }).update({ data: { leasedUntil: 0, dueAt } });
    },
  };
};
