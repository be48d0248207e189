import { addDays, libraryDay } from '../../kernel/library-day';
import type { Clock, SearchCounts } from '../ports';

const keptDays = 30;

/** Removes counts of searches that nothing looks at any more. */
export const forgetOldSearches =
  ({ counts, now }: { readonly counts: SearchCounts; readonly now: Clock }) =>
  (): Promise<void> =>
    counts.removeBefore(addDays(libraryDay(now()), -keptDays));
