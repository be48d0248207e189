import type { SearchCounts } from '../ports';
import { addIfNew } from '../../kernel/wechat/cloud-additions';
import { documentsOf, type Database } from '../../kernel/wechat/wx-cloud';

type Counted = { readonly query: string; readonly count: number };

/** As many of the days together as are read. */
const mostRead = 200;

/** Counts of searches by day, kept for as long as `hotSearches` looks back; older ones are removed by the sweep. */
export const cloudSearchCounts = (database: Database): SearchCounts => {
  const counts = database.collection('search_counts');
  /** False where there is no count yet, or this group is in it already; one step, so it never counts twice. */
  const increase = async (_id: string, group: number): Promise<boolean> => {
    const data = { count: database.command.inc(1), groups: database.command.addToSet(group) };
    const uncounted = counts.where({ _id, groups: database.command.neq(group) });
    const { stats } = (await uncounted.update({ data })) as { stats: { updated: number } };
    return stats.updated > 0;
  };
  return {
    add: async (day, query, group) => {
      const _id = `${day}/${query}`;
      if (await increase(_id, group)) return;
      const isFirst = await addIfNew(database, 'search_counts', {
        _id,
        day,
        query,
        count: 1,
        groups: [group],
      });
      // It is counted already, or somebody else counted the first one meanwhile.
      if (!isFirst) await increase(_id, group);
    },
    since: (day) => {
      const query = counts.where({ day: database.command.gte(day) }).orderBy('count', 'desc');
      return documentsOf<Counted>(query.limit(mostRead));
    },
    removeBefore: async (day) => {
      await counts.where({ day: database.command.lt(day) }).remove();
    },
  };
};
