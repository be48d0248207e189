import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../cloudfunctions/api';
import type { Output } from '../../cloudfunctions/kernel/contract';
import { failureOf, type FailureOf } from './failure';
import type { SeenReplies } from './seen-replies';
import type { Storage } from './storage';

type Known = Output<ActionOf<'membership.session'>>;
export type BoundCard = NonNullable<Known['card']>;

/** `loading` and `failed`: nothing is known of this WeChat yet. */
export type SessionStatus = 'loading' | 'failed' | 'unbound' | 'bound';

type Sources = { readonly call: Call; readonly mine: SeenReplies; readonly storage: Storage };

const key = 'session';
/** Whether the patron has been told that another WeChat took the card over. */
const toldKey = 'told-replaced';

const nameOf = (card: BoundCard | null | undefined): string =>
  card ? [card.maskedCard, card.name, card.boundOn].join('/') : '';

/**
 * Who this WeChat is to the library: one for the whole app. What was kept of a card leaves the phone as soon as the
 * card is another or none.
 */
export class Session {
  known: Known | null = null;
  failure: FailureOf<'membership.session'> | null = null;
  isLoading = false;
  /** The patron has yet to hear that the card was bound to another WeChat. */
  hasNews = false;
  /** Changes when the card is another than before: what was asked for an earlier card is nobody's answer any more. */
  generation = 0;
  private latest = 0;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    makeAutoObservable<this, 'latest' | 'sources'>(
      this,
      { known: observable.ref, latest: false, sources: false },
      { autoBind: true },
    );
  }

  get card(): BoundCard | null {
    return this.known?.card ?? null;
  }

  get isStaff(): boolean {
    return (this.known?.role ?? null) !== null;
  }

  get isReplaced(): boolean {
    return this.known?.signedOut === 'replaced';
  }

  get status(): SessionStatus {
    if (this.known !== null) return this.card === null ? 'unbound' : 'bound';
    return this.failure !== null && !this.isLoading ? 'failed' : 'loading';
  }

  /** Shows the card seen last, then what the library says now. */
  async load(): Promise<void> {
    this.known ??= this.sources.mine.recall<Known>(key)?.value ?? null;
    this.latest += 1;
    const turn = this.latest;
    this.isLoading = true;
    const reply = await this.sources.call('membership.session', {});
    if (turn !== this.latest) return;
    runInAction(() => {
      this.isLoading = false;
      this.failure = failureOf(reply);
      if (reply.ok) this.take(reply.value);
    });
  }

  /** A card was just bound to this WeChat. */
  cardBound(card: BoundCard): void {
    this.latest += 1;
    this.isLoading = false;
    this.take({ card, signedOut: null, role: this.known?.role ?? null });
  }

  /** This WeChat has no card any more: it was unbound, or another WeChat took it over (`replaced`). */
  cardGone(signedOut: 'replaced' | null): void {
    this.latest += 1;
    this.isLoading = false;
    this.take({ card: null, signedOut, role: this.known?.role ?? null });
  }

  /** The patron has heard the news. */
  heardNews(): void {
    this.hasNews = false;
    this.sources.storage.write(toldKey, true);
  }

  private take(known: Known): void {
    if (this.known !== null && nameOf(known.card) !== nameOf(this.card)) {
      this.generation += 1;
      this.sources.mine.clear();
    }
    this.known = known;
    this.sources.mine.remember(key, known);
    if (known.signedOut === null) this.sources.storage.remove(toldKey);
    this.hasNews = known.signedOut === 'replaced' && this.sources.storage.read(toldKey) !== true;
  }
}
