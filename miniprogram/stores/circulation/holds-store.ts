import { makeAutoObservable } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { Deed } from '../deed';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

/** What is on hold on the bound card, and what can be done about it; the list is fetched again after each. */
export class HoldsStore {
  readonly list: RemoteValue<'circulation.holds'>;
  readonly cancelling: Deed<'circulation.cancelHold'>;
  readonly suspending: Deed<'circulation.suspendHold'>;
  readonly watching: Deed<'circulation.watch'>;

  constructor(sources: Sources) {
    this.list = new RemoteValue(sources, { name: 'circulation.holds', input: {}, key: 'holds' });
    this.cancelling = new Deed(sources, 'circulation.cancelHold');
    this.suspending = new Deed(sources, 'circulation.suspendHold');
    this.watching = new Deed(sources, 'circulation.watch');
    makeAutoObservable(
      this,
      { list: false, cancelling: false, suspending: false, watching: false },
      { autoBind: true },
    );
  }

  get isBusy(): boolean {
    return this.cancelling.isBusy || this.suspending.isBusy || this.watching.isBusy;
  }

  /** @returns whether it is cancelled. */
  async cancel(holdId: string): Promise<boolean> {
    return this.after(await this.cancelling.run({ holdId }));
  }

  /** `until` is the day on which it counts again; null ends the rest now. */
  async suspend(holdId: string, until: string | null): Promise<boolean> {
    return this.after(await this.suspending.run({ holdId, until }));
  }

  async stopWatching(bookId: string): Promise<boolean> {
    return this.after(await this.watching.run({ bookId, isOn: false }));
  }

  private async after(done: object | null): Promise<boolean> {
    if (done !== null) await this.list.load();
    return done !== null;
  }
}
