import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../cloudfunctions/api';
import type { Input } from '../../cloudfunctions/kernel/contract';
import type { FailureOf } from './failure';
import { Pages } from './pages';
import type { PagedAction, PageOf } from './pages';
import type { SeenReplies } from './seen-replies';

type CatalogList = Extract<PagedAction, `catalog.${string}`>;
type PageRequest<N extends CatalogList> = Omit<Input<ActionOf<N>>, 'cursor'>;

export type ListStatus = 'idle' | 'loading' | 'content' | 'empty' | 'failed';
/** What stands under the last row. */
export type TailStatus = 'more' | 'loading' | 'failed' | 'end';

type Sources = { readonly call: Call; readonly seen: SeenReplies };

/** Pages whose first one is kept: what was last seen of a request stands there until the library has answered. */
export class PagedList<N extends CatalogList> {
  /** The instant (ms) of a first page that comes from the phone's storage. */
  seenAt: number | null = null;
  private readonly list: Pages<N>;
  private readonly seen: SeenReplies;
  private readonly name: N;

  constructor({ call, seen }: Sources, name: N) {
    this.seen = seen;
    this.name = name;
    this.list = new Pages(call, name, ({ cursor }) => (cursor === null ? null : { cursor }));
    makeAutoObservable<this, 'list' | 'seen' | 'name'>(
      this,
      { list: false, seen: false, name: false },
      { autoBind: true },
    );
  }

  get pages(): readonly PageOf<N>[] {
    return this.list.list;
  }

  get failure(): FailureOf<N> | null {
    return this.list.failure;
  }

  get isLoading(): boolean {
    return this.list.isLoading;
  }

  /** The library's day (`YYYY-MM-DD`) of the last answer; null before any. */
  get libraryDay(): string | null {
    return this.list.libraryDay;
  }

  get first(): PageOf<N> | null {
    return this.pages[0] ?? null;
  }

  get status(): ListStatus {
    if (this.list.request === null) return 'idle';
    if (this.first !== null) return this.first.results.length === 0 ? 'empty' : 'content';
    return this.isLoading || this.failure === null ? 'loading' : 'failed';
  }

  get tail(): TailStatus {
    if (!this.list.hasMore) return 'end';
    if (this.isLoading) return 'loading';
    return this.failure === null ? 'more' : 'failed';
  }

  /** Whether the rows are old because the library could not be reached. */
  get isOutOfDate(): boolean {
    return this.seenAt !== null && this.failure !== null && !this.isLoading;
  }

  /** Starts from the first page of another request; what was last seen of it stands there meanwhile. */
  async start(request: PageRequest<N>): Promise<void> {
    const seen = this.seen.recall<PageOf<N>>(this.keyOf(request));
    this.list.show(request, seen?.value ?? null);
    this.seenAt = seen?.at ?? null;
    await this.refresh();
  }

  /** Nothing is asked for: no rows, and what is still on its way belongs to nobody. */
  clear(): void {
    this.list.clear();
    this.seenAt = null;
  }

  /** Fetches the first page again; the rows stay until it has come. */
  async refresh(): Promise<void> {
    const { request } = this.list;
    const hasCome = await this.list.load();
    const { first } = this;
    if (!hasCome || request === null || first === null || request !== this.list.request) return;
    runInAction(() => (this.seenAt = null));
    this.seen.remember(this.keyOf(request), first);
  }

  /** Fetches the next page, if there is one and none is on its way. Old rows are brought up to date first. */
  async more(): Promise<void> {
    if (!this.list.hasMore || this.isLoading) return;
    if (this.seenAt !== null) return this.refresh();
    await this.list.more();
    if (this.failure === 'bad-cursor') await this.refresh();
  }

  private keyOf(request: PageRequest<N>): string {
    return `${this.name}/${JSON.stringify(request)}`;
  }
}
