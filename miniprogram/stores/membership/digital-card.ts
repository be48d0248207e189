import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { failureOf, type FailureOf, type LoadStatus } from '../failure';
import type { SeenReplies } from '../seen-replies';

type Answer = Output<ActionOf<'membership.digitalCard'>>;
/** What of the card may stay on the phone: all but the signed code. */
export type ShownCard = Omit<Answer, 'code'>;
/**
 * How the signed code stands: there, on its way, kept away because there is no network, or not given by this library.
 */
export type CodeStatus = 'shown' | 'loading' | 'offline' | 'none';

type Sources = {
  readonly call: Call;
  readonly seen: SeenReplies;
  readonly now: () => number;
  /** Runs something once a second until the function that it gives is called. */
  readonly everySecond: (tick: () => void) => () => void;
};

const key = 'digital-card';
/** A code is good for 60 s. It is counted from its arrival: the phone's clock need not be right. */
const codeLasts = 60_000;
/** A new one is fetched so long before that, so that there is always one to scan. */
const renewedBefore = 15_000;
/** After a failure it is tried again so much later. */
const pause = 5_000;

/** The card to be shown at the desk: its number also offline, its signed code only while it is good. */
export class DigitalCard {
  card: ShownCard | null = null;
  /** The text of the signed code; null while there is none that is good. */
  code: string | null = null;
  failure: FailureOf<'membership.digitalCard'> | null = null;
  /** The instant (ms) of the card when it comes from the phone's storage; null when it came from the library. */
  seenAt: number | null = null;
  libraryDay: string | null = null;
  isLoading = false;
  private hasNoCode = false;
  private arrivedAt = 0;
  private askedAt = 0;
  private latest = 0;
  private stopClock: (() => void) | null = null;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    makeAutoObservable<this, 'arrivedAt' | 'askedAt' | 'latest' | 'stopClock' | 'sources'>(
      this,
      {
        card: observable.ref,
        arrivedAt: false,
        askedAt: false,
        latest: false,
        stopClock: false,
        sources: false,
      },
      { autoBind: true },
    );
  }

  get status(): LoadStatus {
    if (this.card !== null) return 'content';
    return this.failure !== null && !this.isLoading ? 'failed' : 'loading';
  }

  get codeStatus(): CodeStatus {
    if (this.code !== null) return 'shown';
    if (this.failure !== null) return 'offline';
    return this.hasNoCode ? 'none' : 'loading';
  }

  /** Whether what is shown is old because the library could not be reached. */
  get isOutOfDate(): boolean {
    return this.seenAt !== null && this.failure !== null;
  }

  /** The page is on the screen: the card seen last at once, and from now on a code that is good. */
  async open(): Promise<void> {
    this.recall();
    this.stopClock ??= this.sources.everySecond(() => this.tick());
    await this.load();
  }

  /** The page has left the screen: its code with it. */
  close(): void {
    this.stopClock?.();
    this.stopClock = null;
    this.latest += 1;
    this.isLoading = false;
    this.code = null;
  }

  async load(): Promise<void> {
    this.latest += 1;
    const turn = this.latest;
    this.isLoading = true;
    this.askedAt = this.sources.now();
    const reply = await this.sources.call('membership.digitalCard', {});
    if (turn !== this.latest) return;
    runInAction(() => {
      this.isLoading = false;
      this.libraryDay = reply.libraryDay;
      this.failure = failureOf(reply);
      if (reply.ok) this.take(reply.value);
    });
  }

  private recall(): void {
    if (this.card !== null) return;
    const entry = this.sources.seen.recall<ShownCard>(key);
    this.card = entry?.value ?? null;
    this.seenAt = entry?.at ?? null;
  }

  private take({ code, ...card }: Answer): void {
    this.card = card;
    this.seenAt = null;
    this.code = code?.text ?? null;
    this.hasNoCode = code === null;
    this.arrivedAt = this.sources.now();
    this.sources.seen.remember(key, card);
  }

  private tick(): void {
    const now = this.sources.now();
    const age = now - this.arrivedAt;
    if (this.code !== null && age >= codeLasts) this.code = null;
    const isDue = this.failure !== null || (!this.hasNoCode && age >= codeLasts - renewedBefore);
    if (isDue && !this.isLoading && now - this.askedAt >= pause) void this.load();
  }
}
