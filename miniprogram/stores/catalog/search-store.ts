import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { PagedList } from '../paged-list';
import { asksForSomething, emptyRequest, tidied } from './search-request';
import type { SearchRequest } from './search-request';
import type { SearchHistory } from './search-history';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly history: SearchHistory };

/** One open list of results: what is asked, narrowed and ordered how, and what was found. */
export class SearchStore {
  request: SearchRequest = emptyRequest;
  readonly list: PagedList<'catalog.search'>;

  private readonly history: SearchHistory;

  constructor({ call, seen, history }: Sources) {
    this.list = new PagedList({ call, seen }, 'catalog.search');
    this.history = history;
    makeAutoObservable<this, 'history'>(
      this,
      { request: observable.ref, list: false, history: false },
      { autoBind: true },
    );
  }

  /**
   * Asks something else. Facets and sort stay unless they are given; only what was typed enters the history. Where
   * nothing is asked for any more, the list stands idle.
   */
  async search(changes: Partial<SearchRequest>): Promise<void> {
    const request = { ...this.request, ...changes };
    this.request = { ...request, query: tidied(request.query) };
    if (changes.query !== undefined && this.request.query !== '') this.history.add(this.request.query);
    if (asksForSomething(this.request)) await this.list.start(this.request);
    else this.list.clear();
  }
}
