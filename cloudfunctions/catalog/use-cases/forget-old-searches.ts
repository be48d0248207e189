import { addDays, libraryDay } from '../../kernel/library-day';
import type { Clock, SearchCounts } from '../ports';

/** As long as hot searches look back. */
const keptDays = 7;

/** Removes counts of searches that nothing looks at any more. */
export const forgetOldSearches =
  ({ counts, now }: { readonly counts: SearchCounts; readonly now: Clock }) =>
  (): Promise<void> =>
    counts.removeBefore(addDays(libraryDay(now()), -keptDays));
