import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../cloudfunctions/api';
import type { Input, Output } from '../../cloudfunctions/kernel/contract';
import { codeOf, type FailureOf, type LoadStatus } from './failure';

/** The actions that answer a list page by page. */
export type PagedAction =
  | 'catalog.newArrivals'
  | 'catalog.search'
  | 'circulation.loanHistory'
  | 'membership.accessLog'
  | 'membership.applications';
export type PageOf<N extends PagedAction> = Output<ActionOf<N>>;
type Asked<N extends PagedAction> = Input<ActionOf<N>>;

/** What the page after `last` is asked by, where so many have come; null where `last` is the last. */
type Next<N extends PagedAction> = (last: PageOf<N>, have: number) => Partial<Asked<N>> | null;

/**
 * The pages of an action that answers a list page by page. A new request replaces the old one at once: whatever
 * answers late belongs to nobody and is dropped.
 */
export class Pages<N extends PagedAction> {
  list: readonly PageOf<N>[] = [];
  /** What is asked for; null before anything is. */
  request: Asked<N> | null = null;
  failure: FailureOf<N> | null = null;
  /** The library's day (`YYYY-MM-DD`) of the last answer; null before any. */
  libraryDay: string | null = null;
  isLoading = false;
  private latest = 0;
  /** What the pages answer. */
  private answered: Asked<N> | null = null;
  private readonly call: Call;
  private readonly name: N;
  private readonly nextOf: Next<N>;

  constructor(call: Call, name: N, nextOf: Next<N>) {
    this.call = call;
    this.name = name;
    this.nextOf = nextOf;
    makeAutoObservable<this, 'latest' | 'answered' | 'call' | 'name' | 'nextOf'>(
      this,
      {
        list: observable.ref,
        request: observable.ref,
        latest: false,
        answered: false,
        call: false,
        name: false,
        nextOf: false,
      },
      { autoBind: true },
    );
  }

  get status(): LoadStatus {
    if (this.list.length > 0) return 'content';
    return this.failure !== null && !this.isLoading ? 'failed' : 'loading';
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Asks something else; the pages before stay until the first one of this has come, or not come. */
  async start(request: Asked<N>): Promise<void> {
    this.request = request;
    await this.load();
  }

  /** Fetches the first page again; the pages stay until it has come. @returns whether it came. */
  async load(): Promise<boolean> {
    return this.fetch(null);
  }

  /** Fetches the next page, if there is one and none is on its way. */
  async more(): Promise<void> {
    if (this.next !== null && !this.isLoading) await this.fetch(this.next);
  }

  /** Another request at once with what is known of its first page, until that is loaded. */
  show(request: Asked<N>, known: PageOf<N> | null): void {
    this.clear();
    this.request = request;
    this.answered = request;
    this.list = known === null ? [] : [known];
  }

  /** Nothing is asked for: no pages, and what is still on its way belongs to nobody. */
  clear(): void {
    this.latest += 1;
    this.request = null;
    this.list = [];
    this.isLoading = false;
    this.failure = null;
  }

  private get next(): Partial<Asked<N>> | null {
    const last = this.list[this.list.length - 1];
    return last === undefined ? null : this.nextOf(last, this.list.length);
  }

  private async fetch(next: Partial<Asked<N>> | null): Promise<boolean> {
    const { request } = this;
    if (request === null) return false;
    const before = next === null ? [] : this.list;
    this.latest += 1;
    const turn = this.latest;
    this.isLoading = true;
    this.failure = null;
    const reply = await this.call(this.name, { ...request, ...next });
    if (turn !== this.latest) return false;
    runInAction(() => {
      this.isLoading = false;
      this.libraryDay = reply.libraryDay;
      if (reply.ok) this.list = [...before, reply.value];
      else this.failure = codeOf(reply);
      if (!reply.ok && this.answered !== request) this.list = [];
      this.answered = request;
    });
    return reply.ok;
  }
}
