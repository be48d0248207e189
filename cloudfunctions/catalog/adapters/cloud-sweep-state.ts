import type { Statistics, SweepProgress, SweepState } from '../ports';
import { documentsOf, type Database } from '../../kernel/wx-cloud';

/** The scheduler makes this document when it takes the lease. */
export const sweep = 'catalog.sweep';

/** How far the sweep has come, in `jobs`. */
export const cloudSweepState = (database: Database): SweepState => {
  const jobs = database.collection('jobs');
  return {
    read: async () => {
      const [job] = await documentsOf<{ readonly progress?: SweepProgress }>(jobs.where({ _id: sweep }));
      return job?.progress;
    },
    write: async (progress) => {
      await jobs.where({ _id: sweep }).update({ data: { progress: database.command.set(progress) } });
    },
  };
};

/** How common terms are, for searches to start from the rarest. */
export const cloudStatistics = (database: Database): Statistics => ({
  publish: async (frequent, books) => {
    await database.collection('catalog_statistics').doc('current').set({ data: { frequent, books } });
  },
});
