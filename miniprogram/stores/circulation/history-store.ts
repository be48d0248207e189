import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Input, Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import type { FailureOf } from '../failure';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };
type Page = Output<ActionOf<'circulation.loanHistory'>>;
export type HistoryOrder = NonNullable<Input<ActionOf<'circulation.loanHistory'>>['order']>;

/** What was read and returned, kept only for who wants it: the switch, the list, its search and its export. */
export class HistoryStore {
  readonly choices: RemoteValue<'circulation.loanChoices'>;
  readonly choosing: Deed<'circulation.chooseLoans'>;
  pages: readonly Page[] = [];
  words = '';
  order: HistoryOrder = 'returned';
  isLoading = false;
  failure: FailureOf<'circulation.loanHistory'> | null = null;
  private latest = 0;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.choices = new RemoteValue(sources, {
      name: 'circulation.loanChoices',
      input: {},
      key: 'loan-choices',
    });
    this.choosing = new Deed(sources, 'circulation.chooseLoans');
    makeAutoObservable<this, 'latest' | 'sources'>(
      this,
      { choices: false, choosing: false, pages: observable.ref, latest: false, sources: false },
      { autoBind: true },
    );
  }

  get isOn(): boolean {
    return (this.choices.value?.historySince ?? null) !== null;
  }

  get loans(): Page['loans'] {
    return this.pages.flatMap(({ loans }) => loans);
  }

  get total(): number {
    return this.pages[0]?.total ?? 0;
  }

  get hasMore(): boolean {
    return this.pages[this.pages.length - 1]?.hasMore ?? false;
  }

  /** The switches, then the list where it is on. */
  async load(): Promise<void> {
    await this.choices.load();
    if (this.isOn) await this.find(this.words, this.order);
  }

  /** Another search or order, from its first page. */
  async find(words: string, order: HistoryOrder): Promise<void> {
    this.words = words;
    this.order = order;
    await this.fetch(0);
  }

  async more(): Promise<void> {
    if (!this.isLoading && this.hasMore) await this.fetch(this.pages.length);
  }

  /** @returns whether it is now as wanted. */
  async choose(choice: { readonly history?: boolean; readonly autoRenewal?: boolean }): Promise<boolean> {
    const chosen = await this.choosing.run(choice);
    if (chosen === null) return false;
    this.choices.put(chosen);
    runInAction(() => {
      this.pages = [];
    });
    if (this.isOn) await this.find('', this.order);
    return true;
  }

  /** The whole history as a table with these names of columns; null where it did not come. */
  async exported(columns: readonly string[]): Promise<Output<ActionOf<'circulation.exportHistory'>> | null> {
    const reply = await this.sources.call('circulation.exportHistory', { columns: [...columns] });
    return reply.ok ? reply.value : null;
  }

  private async fetch(page: number): Promise<void> {
    this.latest += 1;
    const turn = this.latest;
    this.isLoading = true;
    const { words, order } = this;
    const reply = await this.sources.call('circulation.loanHistory', { words, order, page });
    if (turn !== this.latest) return;
    runInAction(() => {
      this.isLoading = false;
      this.failure = reply.ok ? null : (reply.reasons[0]?.code ?? 'unexpected');
      if (reply.ok) this.pages = page === 0 ? [reply.value] : [...this.pages, reply.value];
    });
  }
}
