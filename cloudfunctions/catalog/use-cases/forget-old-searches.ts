import type { Clock } from '../../kernel/clock';
import { addDays, libraryDay } from '../../kernel/library-day';
import { hotDays } from '../domain/hot-days';
import type { SearchCounts } from '../ports';

/** Removes counts of searches that nothing looks at any more. */
export const forgetOldSearches =
  ({ counts, now }: { readonly counts: SearchCounts; readonly now: Clock }) =>
  (): Promise<void> =>
    counts.removeBefore(addDays(libraryDay(now()), -hotDays));
