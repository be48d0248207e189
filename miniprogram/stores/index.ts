import { call } from '../platform/cloud';
import { phoneNow, wait } from '../platform/clock';
import { storage } from '../platform/storage';
import { PagedList } from './paged-list';
import { RemoteValue } from './remote-value';
import { SearchEntry } from './search-entry';
import { SearchHistory } from './search-history';
import { SearchStore } from './search-store';
import { SeenReplies } from './seen-replies';
import { Suggestions } from './suggestions';

/** The phone's composition root: here the stores get the cloud, the clock and the storage. */
const seen = new SeenReplies(storage, phoneNow);
const sources = { call, seen };

/** The library, its branches and whether they are open: one for the whole app. */
export const libraryToday = new RemoteValue(sources, { name: 'library.today', input: {}, key: 'today' });
/** What was searched for on this phone. */
export const searchHistory = new SearchHistory(storage);
/** Tells the search page whether the patron came to type. */
export const searchEntry = new SearchEntry();
/** What led to a book most often lately. */
export const hotSearches = new RemoteValue(sources, {
  name: 'catalog.hotSearches',
  input: {},
  key: 'hot-searches',
});
/** The row of new books on the home page. */
export const newOnShelf = new RemoteValue(sources, {
  name: 'catalog.newArrivals',
  input: { pageSize: 8 },
  key: 'new-on-shelf',
});

/** Completions of what is being typed. */
export const openSuggestions = (): Suggestions => new Suggestions({ call, wait });
/** One open page of results. */
export const openSearch = (): SearchStore => new SearchStore({ call, seen, history: searchHistory });
/** The whole list of new books. */
export const openArrivals = (): PagedList<'catalog.newArrivals'> =>
  new PagedList(sources, 'catalog.newArrivals');
/** One open book; `foundBy` is the search that led to it. */
export const openBook = (bookId: string, foundBy?: string): RemoteValue<'catalog.book'> =>
  new RemoteValue(sources, {
    name: 'catalog.book',
    input: foundBy === undefined ? { bookId } : { bookId, foundBy },
    key: `book/${bookId}`,
    endedBy: ['no-such-book'],
  });
