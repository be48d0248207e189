import { makeAutoObservable } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { Deed } from '../deed';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

/** What the library has told: one for the whole app, so that the number of unread ones is the same everywhere. */
export class MessagesStore {
  readonly list: RemoteValue<'circulation.messages'>;
  private readonly marking: Deed<'circulation.markMessagesRead'>;

  constructor(sources: Sources) {
    this.list = new RemoteValue(sources, { name: 'circulation.messages', input: {}, key: 'messages' });
    this.marking = new Deed(sources, 'circulation.markMessagesRead');
    makeAutoObservable<this, 'marking'>(this, { list: false, marking: false }, { autoBind: true });
  }

  get unread(): number {
    return this.list.value?.unread ?? 0;
  }

  /** Asks what is new, unless that is being asked already. */
  async refresh(): Promise<void> {
    if (!this.list.isLoading) await this.list.load();
  }

  /** What stands on the screen has been read; it stays marked as new there until the page is opened again. */
  async markRead(): Promise<void> {
    const messageIds = (this.list.value?.messages ?? [])
      .filter(({ isRead }) => !isRead)
      .map(({ messageId }) => messageId)
      .slice(0, 100);
    if (messageIds.length > 0) await this.marking.run({ messageIds });
  }
}
