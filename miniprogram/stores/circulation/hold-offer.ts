import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { Deed } from '../deed';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

const wish = (bookId: string, barcode: string | null): { bookId: string; barcode?: string } =>
  barcode === null ? { bookId } : { bookId, barcode };

/** Placing a hold on a title, or on one of its copies: what it would do, where to pick it up, and the hold once it is placed. */
export class HoldOffer {
  /** The one copy that is asked for; null = any copy of the title. */
  barcode: string | null = null;
  offer: RemoteValue<'circulation.holdOffer'>;
  readonly placing: Deed<'circulation.placeHold'>;
  readonly watching: Deed<'circulation.watch'>;
  branchId = '';
  /** The place in the queue of the hold that was just placed; null before that. */
  placedAt: number | null = null;
  private readonly bookId: string;
  private readonly sources: Sources;

  constructor(sources: Sources, bookId: string) {
    this.bookId = bookId;
    this.sources = sources;
    this.offer = this.offerOf(null);
    this.placing = new Deed(sources, 'circulation.placeHold');
    this.watching = new Deed(sources, 'circulation.watch');
    makeAutoObservable<this, 'bookId' | 'sources'>(
      this,
      {
        offer: observable.ref,
        placing: false,
        watching: false,
        bookId: false,
        sources: false,
      },
      { autoBind: true },
    );
  }

  /** What is asked for from now on: one copy, or null for any copy of the title. */
  askFor(barcode: string | null): void {
    this.placing.forget();
    this.watching.forget();
    this.placedAt = null;
    if (barcode === this.barcode) return;
    this.barcode = barcode;
    this.offer = this.offerOf(barcode);
  }

  choose(branchId: string): void {
    this.branchId = branchId;
  }

  /** Places the hold, to be picked up at the chosen branch. */
  async place(): Promise<void> {
    const { offer } = this;
    const placed = await this.placing.run({
      ...wish(this.bookId, this.barcode),
      branchId: this.branchId,
    });
    runInAction(() => {
      if (placed !== null && offer === this.offer) this.placedAt = placed.place;
    });
    await offer.load();
  }

  /** Asks to be told when the title is back, or no longer. */
  async toggleWatch(): Promise<void> {
    const { offer } = this;
    const isOn = offer.value?.isWatched !== true;
    const told = await this.watching.run({ bookId: this.bookId, isOn });
    if (told !== null && offer.value !== null) offer.put({ ...offer.value, ...told });
    await offer.load();
  }

  private offerOf(barcode: string | null): RemoteValue<'circulation.holdOffer'> {
    const key = `hold-offer/${this.bookId}/${barcode ?? ''}`;
    const input = wish(this.bookId, barcode);
    return new RemoteValue(this.sources, { name: 'circulation.holdOffer', input, key });
  }
}
