import type { Statistics, SweepProgress, SweepState } from '../ports';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';

/** How far the sweep has come, in its document of `jobs`, which the scheduler makes when it takes the lease. */
export const cloudSweepState = (database: Database, job: string): SweepState => {
  const jobs = database.collection('jobs');
  return {
    read: async () => {
      const [kept] = await documentsOf<{ readonly progress?: SweepProgress }>(jobs.where({ _id: job }));
      return kept?.progress;
    },
    write: async (progress) => {
      await jobs.where({ _id: job }).update({ data: { progress: database.command.set(progress) } });
    },
  };
};

/** How common terms are, for searches to start from the rarest. */
export const cloudStatistics = (database: Database): Statistics => ({
  publish: async (frequent, books) => {
    await database.collection('catalog_statistics').doc('current').set({ data: { frequent, books } });
  },
});
