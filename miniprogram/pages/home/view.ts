import { authorLine } from '../../format/book-lines';
import { branchLine } from '../../format/opening-hours';
import type { BranchLine } from '../../format/opening-hours';
import { libraryDayOf } from '../../platform/clock';
import type { RemoteValue } from '../../stores/remote-value';
import { homeWording } from '../../wording/zh-CN/home';

type Cover = { readonly bookId: string; readonly title: string; readonly author: string };

/** The branches as lines of the hours card. */
export const branchLines = (today: RemoteValue<'library.today'>): readonly BranchLine[] =>
  (today.value?.branches ?? []).map((branch) => branchLine(branch, libraryDayOf(today)));

/** The new books as covers on a shelf. */
export const arrivalCovers = (arrivals: RemoteValue<'catalog.newArrivals'>): readonly Cover[] =>
  (arrivals.value?.results ?? []).map(({ bookId, title, authors }) => ({
    bookId,
    title,
    author: authorLine(authors.slice(0, 1)),
  }));

/** How many came this week, for the end of the heading. */
export const arrivalsAside = ({ value }: RemoteValue<'catalog.newArrivals'>): string =>
  value === null ? '' : homeWording.arrivalsThisWeek(value.thisWeek);
