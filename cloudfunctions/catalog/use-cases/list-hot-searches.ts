import type { Clock } from '../../kernel/clock';
import { addDays, libraryDay } from '../../kernel/library-day';
import type { Outcome } from '../../kernel/contract';
import { ok } from '../../kernel/result';
import type { catalog } from '../contract';
import { hotDays } from '../domain/hot-days';
import type { SearchCounts } from '../ports';

type List = typeof catalog.hotSearches;

/** One that was asked by few may tell who asked; and it is not hot. */
const leastOften = 3;
const shown = 8;

/** What led to a book most often in the last seven days. */
export const listHotSearches =
  ({ counts, now }: { readonly counts: SearchCounts; readonly now: Clock }) =>
  async (): Promise<Outcome<List>> => {
    const sum = new Map<string, number>();
    for (const { query, count } of await counts.since(addDays(libraryDay(now()), 1 - hotDays)))
      sum.set(query, (sum.get(query) ?? 0) + count);
    const queries = [...sum]
      .filter(([, count]) => count >= leastOften)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, shown)
      .map(([query]) => query);
    return ok({ queries });
  };
