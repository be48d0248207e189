import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Countdown, type Ticking } from '../countdown';
import { Deed } from '../deed';
import type { RequestKeys } from '../request-keys';

type Sources = Ticking & { readonly call: Call; readonly keys: RequestKeys };
export type DeskCodeField = 'card' | 'reason';

/** Staff make out a code by which the patron who stands at the desk binds a card. */
export class DeskCodeIssue {
  card = '';
  reason = '';
  /** What is missing before anything is sent. */
  fault: DeskCodeField | null = null;
  issued: Output<ActionOf<'membership.issueDeskCode'>> | null = null;
  readonly issuing: Deed<'membership.issueDeskCode'>;
  private readonly countdown: Countdown;

  constructor(sources: Sources) {
    this.countdown = new Countdown(sources);
    this.issuing = new Deed(sources, 'membership.issueDeskCode');
    makeAutoObservable<this, 'countdown'>(
      this,
      { issuing: false, issued: observable.ref, countdown: false },
      { autoBind: true },
    );
  }

  /** How long (ms) the code that is shown is good for still; 0 where it is over. */
  get leftMs(): number {
    return this.issued === null ? 0 : this.countdown.leftUntil(this.issued.until);
  }

  /** The page is open: the time that is left counts down. */
  open(): void {
    this.countdown.open();
  }

  close(): void {
    this.countdown.close();
  }

  type(field: DeskCodeField, text: string): void {
    this[field] = text;
    if (this.fault === field) this.fault = null;
  }

  /** Makes out a code for the card that was typed, for the reason that was typed. */
  async issue(): Promise<void> {
    const card = this.card.trim();
    const reason = this.reason.trim();
    this.fault = card === '' ? 'card' : reason === '' ? 'reason' : null;
    if (this.fault !== null) return;
    const issued = await this.issuing.run({ card, reason });
    runInAction(() => {
      this.countdown.tick();
      if (issued !== null) this.issued = issued;
    });
  }

  /** Ready for the next patron: nothing of this one stays. */
  startOver(): void {
    this.issued = null;
    this.card = '';
    this.reason = '';
    this.issuing.forget();
  }
}
