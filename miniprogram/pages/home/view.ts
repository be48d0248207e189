import { failureNote, outOfDateNote } from '../../format/block-notes';
import { authorLine } from '../../format/book-lines';
import { branchLine } from '../../format/opening-hours';
import type { BranchLine } from '../../format/opening-hours';
import { libraryDayOf, phoneDay } from '../../platform/clock';
import type { RemoteValue } from '../../stores/remote-value';
import { failureActions } from '../../wording/zh-CN/failures';
import { homeWording } from '../../wording/zh-CN/home';
import { mineState, mineView, type MineStores } from './mine';

/** What the home page stands on. */
type HomeStores = MineStores & {
  readonly today: RemoteValue<'library.today'>;
  readonly arrivals: RemoteValue<'catalog.newArrivals'>;
  readonly hot: RemoteValue<'catalog.hotSearches'>;
};

type Cover = { readonly bookId: string; readonly title: string; readonly author: string };

/** The branches as lines of the hours card. */
const branchLines = (today: RemoteValue<'library.today'>): readonly BranchLine[] =>
  (today.value?.branches ?? []).map((branch) => branchLine(branch, libraryDayOf(today)));

/** The new books as covers on a shelf. */
const arrivalCovers = (arrivals: RemoteValue<'catalog.newArrivals'>): readonly Cover[] =>
  (arrivals.value?.results ?? []).map(({ bookId, title, authors }) => ({
    bookId,
    title,
    author: authorLine(authors.slice(0, 1)),
  }));

/** How many came this week, for the end of the heading. */
const arrivalsAside = ({ value }: RemoteValue<'catalog.newArrivals'>): string =>
  value === null ? '' : homeWording.arrivalsThisWeek(value.thisWeek);

/** What the page shows of its stores. */
export const homeFields = {
  library: ({ today }: HomeStores) => today.value?.name ?? '',
  todayStatus: ({ today }: HomeStores) => today.status,
  todayFailure: ({ today }: HomeStores) => failureNote('library.today', today.failure).title,
  branches: ({ today }: HomeStores) => branchLines(today),
  outOfDate: ({ today, arrivals }: HomeStores) =>
    outOfDateNote(today, phoneDay()) || outOfDateNote(arrivals, phoneDay()),
  loansState: mineState,
  mine: mineView,
  arrivalsStatus: ({ arrivals }: HomeStores) => arrivals.status,
  arrivalsFailure: ({ arrivals }: HomeStores) => failureNote('catalog.newArrivals', arrivals.failure).title,
  arrivalsAside: ({ arrivals }: HomeStores) => arrivalsAside(arrivals),
  covers: ({ arrivals }: HomeStores) => arrivalCovers(arrivals),
  hotStatus: ({ hot }: HomeStores) => hot.status,
  hotFailure: ({ hot }: HomeStores) => failureNote('catalog.hotSearches', hot.failure).title,
  hotQueries: ({ hot }: HomeStores) => hot.value?.queries ?? [],
};

/** What it shows before its stores have said anything. */
export const homeAtFirst = {
  wording: homeWording,
  actions: failureActions,
  greeting: '',
  loansState: 'loading',
  bones: [1, 2, 3],
  covers: [],
  hotQueries: [],
  branches: [],
};
