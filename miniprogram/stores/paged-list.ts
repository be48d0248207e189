import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../cloudfunctions/api';
import type { Input, Output } from '../../cloudfunctions/kernel/contract';
import type { FailureOf } from './failure';
import type { SeenReplies } from './seen-replies';

/** The actions that answer a list page by page. */
export type PagedAction = 'catalog.search' | 'catalog.newArrivals';
export type Page<N extends PagedAction> = Output<ActionOf<N>>;
export type PageRequest<N extends PagedAction> = Omit<Input<ActionOf<N>>, 'cursor'>;

export type ListStatus = 'idle' | 'loading' | 'content' | 'empty' | 'failed';
/** What stands under the last row. */
export type TailStatus = 'more' | 'loading' | 'failed' | 'end';

type Sources = { readonly call: Call; readonly seen: SeenReplies };

/**
 * A list that grows page by page. A new request replaces the old one at once: whatever answers late belongs to
 * nobody and is dropped.
 */
export class PagedList<N extends PagedAction> {
  pages: readonly Page<N>[] = [];
  failure: FailureOf<N> | null = null;
  /** The instant (ms) of a first page that comes from the phone's storage. */
  seenAt: number | null = null;
  /** The library's day (`YYYY-MM-DD`) of the last answer; null before any. */
  libraryDay: string | null = null;
  isLoading = false;
  private request: PageRequest<N> | null = null;
  private latest = 0;
  private readonly sources: Sources;
  private readonly name: N;

  constructor(sources: Sources, name: N) {
    this.sources = sources;
    this.name = name;
    makeAutoObservable<this, 'request' | 'latest' | 'sources' | 'name'>(
      this,
      { pages: observable.ref, request: observable.ref, latest: false, sources: false, name: false },
      { autoBind: true },
    );
  }

  get first(): Page<N> | null {
    return this.pages[0] ?? null;
  }

  get status(): ListStatus {
    if (this.request === null) return 'idle';
    if (this.first !== null) return this.first.results.length === 0 ? 'empty' : 'content';
    return this.isLoading || this.failure === null ? 'loading' : 'failed';
  }

  get tail(): TailStatus {
    if (this.cursor === null) return 'end';
    if (this.isLoading) return 'loading';
    return this.failure === null ? 'more' : 'failed';
  }

  /** Whether the rows are old because the library could not be reached. */
  get isOutOfDate(): boolean {
    return this.seenAt !== null && this.failure !== null && !this.isLoading;
  }

  /** Starts from the first page of another request; what was last seen of it stands there meanwhile. */
  async start(request: PageRequest<N>): Promise<void> {
    const seen = this.sources.seen.recall<Page<N>>(this.keyOf(request));
    this.request = request;
    this.pages = seen === null ? [] : [seen.value];
    this.seenAt = seen?.at ?? null;
    await this.refresh();
  }

  /** Nothing is asked for: no rows, and what is still on its way belongs to nobody. */
  clear(): void {
    this.latest += 1;
    this.request = null;
    this.pages = [];
    this.isLoading = false;
    this.failure = null;
    this.seenAt = null;
  }

  /** Fetches the first page again; the rows stay until it has come. */
  async refresh(): Promise<void> {
    if (this.request !== null) await this.fetchPage(this.request, null);
  }

  /** Fetches the next page, if there is one and none is on its way. Old rows are brought up to date first. */
  async more(): Promise<void> {
    if (this.request === null || this.cursor === null || this.isLoading) return;
    await this.fetchPage(this.request, this.seenAt === null ? this.cursor : null);
  }

  private get cursor(): string | null {
    return this.pages[this.pages.length - 1]?.cursor ?? null;
  }

  private async fetchPage(request: PageRequest<N>, cursor: string | null): Promise<void> {
    this.latest += 1;
    const turn = this.latest;
    this.isLoading = true;
    this.failure = null;
    const input = (cursor === null ? request : { ...request, cursor }) as Input<ActionOf<N>>;
    const reply = await this.sources.call(this.name, input);
    if (turn !== this.latest) return;
    runInAction(() => {
      this.isLoading = false;
      this.libraryDay = reply.libraryDay;
      if (reply.ok) this.take(request, cursor, reply.value);
      else this.failure = reply.reasons[0]?.code ?? 'unexpected';
    });
    if (cursor !== null && this.failure === 'bad-cursor') await this.refresh();
  }

  private take(request: PageRequest<N>, cursor: string | null, page: Page<N>): void {
    this.pages = cursor === null ? [page] : [...this.pages, page];
    if (cursor !== null) return;
    this.seenAt = null;
    this.sources.seen.remember(this.keyOf(request), page);
  }

  private keyOf(request: PageRequest<N>): string {
    return `${this.name}/${JSON.stringify(request)}`;
  }
}
