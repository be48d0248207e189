import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { Deed } from '../deed';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

/** Placing a hold on one title: what it would do, where to pick it up, and the hold once it is placed. */
export class HoldOffer {
  readonly offer: RemoteValue<'circulation.holdOffer'>;
  readonly placing: Deed<'circulation.placeHold'>;
  readonly watching: Deed<'circulation.watch'>;
  branchId = '';
  /** The place in the queue of the hold that was just placed; null before that. */
  placedAt: number | null = null;
  private readonly bookId: string;

  constructor(sources: Sources, bookId: string) {
    this.bookId = bookId;
    const question = {
      name: 'circulation.holdOffer',
      input: { bookId },
      key: `hold-offer/${bookId}`,
    } as const;
    this.offer = new RemoteValue(sources, question);
    this.placing = new Deed(sources, 'circulation.placeHold');
    this.watching = new Deed(sources, 'circulation.watch');
    makeAutoObservable<this, 'bookId'>(
      this,
      { offer: false, placing: false, watching: false, bookId: false },
      { autoBind: true },
    );
  }

  choose(branchId: string): void {
    this.branchId = branchId;
  }

  /** Places the hold, to be picked up at the chosen branch. */
  async place(): Promise<void> {
    const placed = await this.placing.run({ bookId: this.bookId, branchId: this.branchId });
    if (placed !== null)
      runInAction(() => {
        this.placedAt = placed.place;
      });
    await this.offer.load();
  }

  /** Asks to be told when the title is back, or no longer. */
  async toggleWatch(): Promise<void> {
    const isOn = this.offer.value?.isWatched !== true;
    await this.watching.run({ bookId: this.bookId, isOn });
    await this.offer.load();
  }
}
