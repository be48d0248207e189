import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import type { FailureOf, LoadStatus } from '../failure';

type Page = Output<ActionOf<'membership.accessLog'>>;
export type AccessLine = Page['lines'][number];

/** Who looked at this person's record or changed it, the newest first. */
export class AccessLog {
  pages: readonly Page[] = [];
  failure: FailureOf<'membership.accessLog'> | null = null;
  libraryDay: string | null = null;
  isLoading = false;
  private readonly call: Call;

  constructor(call: Call) {
    this.call = call;
    makeAutoObservable<this, 'call'>(this, { pages: observable.ref, call: false }, { autoBind: true });
  }

  get status(): LoadStatus {
    if (this.pages.length > 0) return 'content';
    return this.failure !== null && !this.isLoading ? 'failed' : 'loading';
  }

  get lines(): readonly AccessLine[] {
    return this.pages.flatMap(({ lines }) => lines);
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  async load(): Promise<void> {
    await this.fetch(null);
  }

  async more(): Promise<void> {
    if (this.next !== null) await this.fetch(this.next);
  }

  private get next(): number | null {
    return this.pages[this.pages.length - 1]?.next ?? null;
  }

  private async fetch(before: number | null): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    const reply = await this.call('membership.accessLog', before === null ? {} : { before });
    runInAction(() => {
      this.isLoading = false;
      this.libraryDay = reply.libraryDay;
      this.failure = reply.ok ? null : (reply.reasons[0]?.code ?? 'unexpected');
      if (reply.ok) this.pages = before === null ? [reply.value] : [...this.pages, reply.value];
    });
  }
}
