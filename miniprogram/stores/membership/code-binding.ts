import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { Deed } from '../deed';
import type { RequestKeys } from '../request-keys';
import type { BoundCard, Session } from '../session';

type Sources = {
  readonly call: Call;
  readonly session: Session;
  readonly keys: RequestKeys;
  readonly now: () => number;
  /** Runs something once a second until the function that it gives is called. */
  readonly everySecond: (tick: () => void) => () => void;
};

/** Binding a card by a code that the desk made out, without a PIN. */
export class CodeBinding {
  code = '';
  hasConsent = false;
  /** What the patron has to mend before anything is sent. */
  fault: 'code' | 'consent' | null = null;
  readonly binding: Deed<'membership.bindByDeskCode'>;
  private at: number;
  private readonly sources: Sources;
  private stopClock = (): void => {};

  constructor(sources: Sources) {
    this.sources = sources;
    this.at = sources.now();
    this.binding = new Deed(sources, 'membership.bindByDeskCode');
    makeAutoObservable<this, 'sources' | 'stopClock'>(
      this,
      { binding: false, sources: false, stopClock: false },
      { autoBind: true },
    );
  }

  /** How long (ms) the next try has to wait still; 0 when it need not. */
  get waitMs(): number {
    const [reason] = this.binding.reasons;
    return reason?.code === 'too-many-tries' ? Math.max(0, reason.until - this.at) : 0;
  }

  /** The card that this WeChat has already, as the library masks it; empty where that is not what is in the way. */
  get otherCard(): string {
    const [reason] = this.binding.reasons;
    return reason?.code === 'other-card-bound' ? reason.maskedCard : '';
  }

  /** The page is open: a wait counts down. */
  open(): void {
    this.stopClock = this.sources.everySecond(() => this.tick());
  }

  close(): void {
    this.stopClock();
  }

  private tick(): void {
    this.at = this.sources.now();
    if (this.waitMs === 0 && this.binding.failure === 'too-many-tries') this.binding.forget();
  }

  type(code: string): void {
    this.code = code;
    if (this.fault === 'code') this.fault = null;
  }

  toggleConsent(): void {
    this.hasConsent = !this.hasConsent;
    if (this.fault === 'consent') this.fault = null;
  }

  /** Sends the code; @returns the card where it was bound. */
  async bind(): Promise<BoundCard | null> {
    this.fault = this.findFault();
    this.tick();
    if (this.fault !== null || this.waitMs > 0) return null;
    const bound = await this.binding.run({ code: this.code.trim() });
    if (bound === null) return null;
    runInAction(() => {
      this.code = '';
      this.sources.session.cardBound(bound.card);
    });
    return bound.card;
  }

  private findFault(): 'code' | 'consent' | null {
    if (this.code.trim() === '') return 'code';
    return this.hasConsent ? null : 'consent';
  }
}
