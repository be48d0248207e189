import { documentsOf, type Database } from '../../kernel/wx-cloud';
import type { Leases } from '../ports';

type Updated = { readonly stats: { readonly updated: number } };

/** Leases in `jobs`; a conditional update is atomic, so of two runs one gets the lease. */
export const cloudLeases = (database: Database): Leases => {
  const jobs = database.collection('jobs');
  const { command } = database;
  const claim = async (name: string, now: number, until: number): Promise<boolean> => {
    const free = { _id: name, leasedUntil: command.lte(now), dueAt: command.lte(now) };
    const { stats } = (await jobs.where(free).update({ data: { leasedUntil: until } })) as Updated;
    return stats.updated > 0;
  };
  return {
    take: async (name, now, until) => {
      if (await claim(name, now, until)) return 'taken';
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
