import { failureNote, outOfDateNote } from '../../../../format/block-notes';
import { facetChips } from '../../../../format/facet-chips';
import { libraryDayOf, phoneDay } from '../../../../platform/clock';
import { branchNamesOf } from '../../../../stores/branch-names';
import type { RemoteValue } from '../../../../stores/remote-value';
import type { SearchStore } from '../../../../stores/catalog/search-store';
import { clcName } from '../../../../wording/zh-CN/catalog/clc-classes';
import { resultsWording } from '../../../../wording/zh-CN/catalog/results';
import { searchWording } from '../../../../wording/zh-CN/catalog/search';
import { makeChunks } from '../../result-chunks';

/** What an open list of results stands on. */
export type ResultsStores = {
  readonly search: SearchStore;
  readonly today: RemoteValue<'library.today'>;
  readonly chunks: ReturnType<typeof makeChunks>;
};

/** The library's day as it last told it; the phone's clock may be wrong. */
export const dayOf = ({ search, today }: ResultsStores): string => libraryDayOf(search.list, today);

const countLine = ({ list }: SearchStore): string => {
  const total = list.first?.total;
  return total === undefined ? '' : resultsWording.found(total.count, total.isExact);
};

/** Whether facets narrow what is asked; a class that is looked through is what is asked. */
const isNarrowed = ({ request }: SearchStore): boolean =>
  Object.entries(request.facets).some(
    ([name, value]) => value !== undefined && !(name === 'clc' && request.query === ''),
  );

/** The words of an empty list: nothing asked for, nothing under a query, in a class, or that the facets leave. */
function emptyTitle({ request, list }: SearchStore): string {
  if (list.status === 'idle') return resultsWording.askForWords;
  if (request.query !== '') return resultsWording.nothing(request.query);
  return request.facets.clc === undefined ? resultsWording.nothingLeft : resultsWording.nothingInClass;
}

/** What the page shows of its stores. */
export const resultsFields = {
  query: ({ search }: ResultsStores) => search.request.query,
  chips: (stores: ResultsStores) =>
    facetChips(stores.search.request, branchNamesOf(stores.today), dayOf(stores)),
  isNarrowed: ({ search }: ResultsStores) => isNarrowed(search),
  status: ({ search }: ResultsStores) => search.list.status,
  tail: ({ search }: ResultsStores) => search.list.tail,
  count: ({ search }: ResultsStores) => countLine(search),
  didYouMean: ({ search }: ResultsStores) => search.list.first?.didYouMean ?? '',
  emptyTitle: ({ search }: ResultsStores) => emptyTitle(search),
  failure: ({ search }: ResultsStores) => failureNote('catalog.search', search.list.failure),
  outOfDate: ({ search }: ResultsStores) => outOfDateNote(search.list, phoneDay()),
};

/** The results in chunks of a page. */
export const resultsRows = {
  field: 'chunks',
  chunks: ({ search, today, chunks }: ResultsStores) =>
    chunks(search.list.pages, search.request.query, branchNamesOf(today)),
};

/** The name of the class that is looked through when no words are searched. */
const className = ({ request }: SearchStore): string =>
  request.query === '' && request.facets.clc !== undefined ? (clcName(request.facets.clc) ?? '') : '';

/** What stands in the navigation bar: the class that is looked through, or that one searches. */
export const pageTitle = (search: SearchStore): string => className(search) || resultsWording.title;

/** The title under which a list of results is shared. */
export function shareTitle(search: SearchStore): string {
  const asked = className(search) || search.request.query;
  return asked === '' ? searchWording.share : resultsWording.share(asked);
}
