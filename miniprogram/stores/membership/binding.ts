import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Reply } from '../../../cloudfunctions/kernel/contract';
import { Countdown, type Ticking } from '../countdown';
import type { FailureOf } from '../failure';
import { RequestKeys } from '../request-keys';
import type { BoundCard, Session } from '../session';

type Sources = Ticking & {
  readonly call: Call;
  readonly session: Session;
  readonly newRequestKey: () => string;
};

export type BindingField = 'cardNumber' | 'name' | 'pin' | 'newPin' | 'newPinAgain';
/** What the patron has to mend before anything is sent. */
export type BindingFault = BindingField | 'not-the-same' | 'consent';
type BindReply = Reply<ActionOf<'membership.bindCard'>>;

/** Binding a card by its number, name and PIN. The PIN is held only while its page is open, and written nowhere. */
export class Binding {
  cardNumber = '';
  name = '';
  pin = '';
  newPin = '';
  newPinAgain = '';
  hasConsent = false;
  /** Details first; a PIN that the card came with is changed before it is bound. */
  step: 'details' | 'new-pin' = 'details';
  isSending = false;
  fault: BindingFault | null = null;
  failure: FailureOf<'membership.bindCard'> | null = null;
  /** The card that this WeChat has already, as the library masks it. */
  otherCard = '';
  /** The instant (ms) before which no try counts. */
  private until = 0;
  /** Counts what was typed: a request is known by it, so that nothing typed stays behind in a key. */
  private typed = 0;
  private readonly keys: RequestKeys;
  private readonly countdown: Countdown;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.keys = new RequestKeys(sources.newRequestKey);
    this.countdown = new Countdown(sources, () => this.waited());
    makeAutoObservable<this, 'sources' | 'countdown' | 'keys' | 'typed'>(
      this,
      { sources: false, countdown: false, keys: false, typed: false },
      { autoBind: true },
    );
  }

  /** How long (ms) the next try has to wait still; 0 when it need not. */
  get waitMs(): number {
    return this.countdown.leftUntil(this.until);
  }

  /** The page is open: a wait counts down. */
  open(): void {
    this.countdown.open();
  }

  /** The page closes: nothing that was typed stays. */
  close(): void {
    this.countdown.close();
    this.forgetPins();
  }

  private waited(): void {
    if (this.waitMs === 0 && this.failure === 'too-many-tries') this.failure = null;
  }

  type(field: BindingField, text: string): void {
    this[field] = text;
    this.typed += 1;
    if (this.fault !== 'consent') this.fault = null;
  }

  consent(isGiven: boolean): void {
    this.hasConsent = isGiven;
    if (this.fault === 'consent') this.fault = null;
  }

  /** Back from the new PIN to the details. */
  startOver(): void {
    this.step = 'details';
    this.failure = null;
    this.fault = null;
    this.forgetPins();
  }

  /** Sends what was typed; @returns the card where it was bound. */
  async bind(): Promise<BoundCard | null> {
    this.fault = this.findFault();
    this.countdown.tick();
    if (this.fault !== null && this.waitMs === 0) this.failure = null;
    if (this.fault !== null || this.isSending || this.waitMs > 0) return null;
    const { cardNumber, name, pin, newPin, step } = this;
    const details = { cardNumber: cardNumber.trim(), name: name.trim(), pin };
    const input = step === 'new-pin' ? { ...details, newPin } : details;
    this.isSending = true;
    this.failure = null;
    const reply = await this.keys.send(`${step}/${this.typed}`, (requestKey) =>
      this.sources.call('membership.bindCard', { ...input, requestKey }),
    );
    return runInAction(() => this.take(reply));
  }

  private forgetPins(): void {
    this.pin = '';
    this.newPin = '';
    this.newPinAgain = '';
  }

  private take(reply: BindReply): BoundCard | null {
    this.isSending = false;
    if (reply.ok) {
      this.forgetPins();
      this.sources.session.cardBound(reply.value.card);
      return reply.value.card;
    }
    this.refuse(reply.reasons[0] ?? { code: 'unexpected' });
    return null;
  }

  private refuse(reason: Extract<BindReply, { ok: false }>['reasons'][number]): void {
    this.failure = reason.code;
    if (reason.code === 'default-pin') {
      this.failure = null;
      this.step = 'new-pin';
    } else if (reason.code === 'weak-pin') {
      this.newPin = '';
      this.newPinAgain = '';
    } else if (reason.code === 'wrong-details' || reason.code === 'too-many-tries') {
      this.step = 'details';
      this.forgetPins();
    }
    if (reason.code === 'too-many-tries') this.until = reason.until;
    if (reason.code === 'other-card-bound') this.otherCard = reason.maskedCard;
  }

  private findFault(): BindingFault | null {
    if (this.step === 'new-pin') {
      if (this.newPin === '') return 'newPin';
      return this.newPin === this.newPinAgain ? null : 'not-the-same';
    }
    if (this.cardNumber.trim() === '') return 'cardNumber';
    if (this.name.trim() === '') return 'name';
    if (this.pin === '') return 'pin';
    return this.hasConsent ? null : 'consent';
  }
}
