import { makeAutoObservable } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Input, Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import { Pages } from '../pages';
import type { PageOf } from '../pages';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';
import { TakenFile, type TakenFiles } from '../taken-file';

type Sources = {
  readonly call: Call;
  readonly seen: SeenReplies;
  readonly keys: RequestKeys;
  readonly files: TakenFiles;
};
export type HistoryOrder = NonNullable<Input<ActionOf<'circulation.loanHistory'>>['order']>;

/** What was read and returned, kept only for who wants it: the switch, the list, its search and its export. */
export class HistoryStore {
  readonly choices: RemoteValue<'circulation.loanChoices'>;
  readonly choosing: Deed<'circulation.chooseLoans'>;
  readonly pages: Pages<'circulation.loanHistory'>;
  /** What was exported. */
  readonly taken: TakenFile;
  words = '';
  order: HistoryOrder = 'returned';
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.taken = new TakenFile(sources.files);
    this.choices = new RemoteValue(sources, {
      name: 'circulation.loanChoices',
      input: {},
      key: 'loan-choices',
    });
    this.choosing = new Deed(sources, 'circulation.chooseLoans');
    this.pages = new Pages(sources.call, 'circulation.loanHistory', ({ hasMore }, have) =>
      hasMore ? { page: have } : null,
    );
    makeAutoObservable<this, 'sources'>(
      this,
      { choices: false, choosing: false, pages: false, taken: false, sources: false },
      { autoBind: true },
    );
  }

  get isOn(): boolean {
    return (this.choices.value?.historySince ?? null) !== null;
  }

  get loans(): PageOf<'circulation.loanHistory'>['loans'] {
    return this.pages.list.flatMap(({ loans }) => loans);
  }

  get total(): number {
    return this.pages.list[0]?.total ?? 0;
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
    await this.pages.start({ words, order });
  }

  /** @returns whether it is now as wanted. */
  async choose(choice: { readonly history?: boolean; readonly autoRenewal?: boolean }): Promise<boolean> {
    const chosen = await this.choosing.run(choice);
    if (chosen === null) return false;
    this.choices.put(chosen);
    this.pages.clear();
    if (choice.history === false) this.taken.forget();
    if (this.isOn) await this.find('', this.order);
    return true;
  }

  /** The whole history as a table with these names of columns; null where it did not come. */
  async exported(columns: readonly string[]): Promise<Output<ActionOf<'circulation.exportHistory'>> | null> {
    const reply = await this.sources.call('circulation.exportHistory', { columns: [...columns] });
    return reply.ok ? reply.value : null;
  }
}
