import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import type { FailureOf, LoadStatus } from '../failure';

type Page = Output<ActionOf<'membership.applications'>>;
export type QueuedApplication = Page['applications'][number];
export type QueueState = QueuedApplication['state'];

/** The applications that staff see, by state, the longest waiting first. Nothing of it is kept on the phone. */
export class ApplicationQueue {
  state: QueueState = 'submitted';
  pages: readonly Page[] = [];
  failure: FailureOf<'membership.applications'> | null = null;
  libraryDay: string | null = null;
  isLoading = false;
  private latest = 0;
  private readonly call: Call;

  constructor(call: Call) {
    this.call = call;
    makeAutoObservable<this, 'latest' | 'call'>(
      this,
      { pages: observable.ref, latest: false, call: false },
      { autoBind: true },
    );
  }

  get status(): LoadStatus {
    if (this.pages.length > 0) return 'content';
    return this.failure !== null && !this.isLoading ? 'failed' : 'loading';
  }

  get applications(): readonly QueuedApplication[] {
    return this.pages.flatMap(({ applications }) => applications);
  }

  get hasMore(): boolean {
    return this.after !== null;
  }

  /** Another state than before: its first page. */
  async show(state: QueueState): Promise<void> {
    this.state = state;
    this.pages = [];
    await this.load();
  }

  async load(): Promise<void> {
    await this.fetch(null);
  }

  async more(): Promise<void> {
    if (this.after !== null && !this.isLoading) await this.fetch(this.after);
  }

  private get after(): number | null {
    return this.pages[this.pages.length - 1]?.next ?? null;
  }

  private async fetch(after: number | null): Promise<void> {
    this.latest += 1;
    const turn = this.latest;
    this.isLoading = true;
    const { state } = this;
    const input = after === null ? { state } : { state, after };
    const reply = await this.call('membership.applications', input);
    if (turn !== this.latest) return;
    runInAction(() => {
      this.isLoading = false;
      this.libraryDay = reply.libraryDay;
      this.failure = reply.ok ? null : (reply.reasons[0]?.code ?? 'unexpected');
      if (reply.ok) this.pages = after === null ? [reply.value] : [...this.pages, reply.value];
    });
  }
}
