import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { failureOf, type FailureOf } from '../failure';

type Shown = Output<ActionOf<'membership.readCardCode'>>;
/** What the camera read on a card or on a patron's phone; a QR code is not the number but must be read by the library. */
export type ScannedCard = { readonly text: string; readonly isQrCode: boolean };

/** Whom the desk serves: a card number that was typed or scanned, or the card that a patron's QR code shows. */
export class DeskPatron {
  card = '';
  /** The card behind the QR code that was scanned last; null where a number was given. */
  shown: Shown | null = null;
  failure: FailureOf<'membership.readCardCode'> | null = null;
  isReading = false;
  /** The library's day of what is shown. */
  libraryDay: string | null = null;
  private latest = 0;
  private readonly call: Call;

  constructor(call: Call) {
    this.call = call;
    makeAutoObservable<this, 'call' | 'latest'>(
      this,
      { shown: observable.ref, call: false, latest: false },
      { autoBind: true },
    );
  }

  /** A number that stands on a card. */
  type(card: string): void {
    this.latest += 1;
    this.isReading = false;
    this.card = card.trim();
    this.shown = null;
    this.failure = null;
  }

  /** A bar code is the number itself; a QR code is good for a minute, so its card is asked for at once. */
  async scan({ text, isQrCode }: ScannedCard): Promise<void> {
    this.type(isQrCode ? '' : text);
    if (!isQrCode) return;
    const turn = this.latest;
    this.isReading = true;
    const reply = await this.call('membership.readCardCode', { text });
    if (turn !== this.latest) return;
    runInAction(() => {
      this.isReading = false;
      this.libraryDay = reply.libraryDay;
      this.failure = failureOf(reply);
      this.shown = reply.ok ? reply.value : null;
      this.card = reply.ok ? reply.value.card : '';
    });
  }
}
