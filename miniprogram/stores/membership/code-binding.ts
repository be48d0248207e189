import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { Countdown, type Ticking } from '../countdown';
import { Deed } from '../deed';
import type { RequestKeys } from '../request-keys';
import type { BoundCard, Session } from '../session';
import { typedCode } from './typed-code';

type Sources = Ticking & { readonly call: Call; readonly session: Session; readonly keys: RequestKeys };

/** Binding a card by a code that the desk made out, without a PIN. */
export class CodeBinding {
  code = '';
  hasConsent = false;
  /** What the patron has to mend before anything is sent. */
  fault: 'code' | 'consent' | null = null;
  readonly binding: Deed<'membership.bindByDeskCode'>;
  private readonly countdown: Countdown;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.countdown = new Countdown(sources, () => this.waited());
    this.binding = new Deed(sources, 'membership.bindByDeskCode');
    makeAutoObservable<this, 'sources' | 'countdown'>(
      this,
      { binding: false, sources: false, countdown: false },
      { autoBind: true },
    );
  }

  /** How long (ms) the next try has to wait still; 0 when it need not. */
  get waitMs(): number {
    const [reason] = this.binding.reasons;
    return reason?.code === 'too-many-tries' ? this.countdown.leftUntil(reason.until) : 0;
  }

  /** The card that this WeChat has already, as the library masks it; empty where that is not what is in the way. */
  get otherCard(): string {
    const [reason] = this.binding.reasons;
    return reason?.code === 'other-card-bound' ? reason.maskedCard : '';
  }

  /** The page is open: a wait counts down. */
  open(): void {
    this.countdown.open();
  }

  close(): void {
    this.countdown.close();
  }

  private waited(): void {
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
    this.countdown.tick();
    if (this.fault !== null || this.waitMs > 0) return null;
    const bound = await this.binding.run({ code: typedCode(this.code) });
    if (bound === null) return null;
    runInAction(() => {
      this.code = '';
      this.sources.session.cardBound(bound.card);
    });
    return bound.card;
  }

  private findFault(): 'code' | 'consent' | null {
    if (typedCode(this.code) === '') return 'code';
    return this.hasConsent ? null : 'consent';
  }
}
