import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionName, ActionOf, Call } from '../../cloudfunctions/api';
import type { Input, Output } from '../../cloudfunctions/kernel/contract';
import { codeOf, type FailureOf, type LoadStatus } from './failure';
import type { SeenReplies } from './seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies };

type Question<N extends ActionName> = {
  readonly name: N;
  readonly input: Input<ActionOf<N>>;
  /** What the answer is remembered under. */
  readonly key: string;
  /** Failures that mean the remembered answer is no longer true. */
  readonly endedBy?: readonly FailureOf<N>[];
};

/**
 * One action's answer as a block of a screen: what was seen last at once, the fresh answer behind it, and a
 * failure that is only shown in its place when there is nothing older to show.
 */
export class RemoteValue<N extends ActionName> {
  value: Output<ActionOf<N>> | null = null;
  failure: FailureOf<N> | null = null;
  /** The instant (ms) of the value when it comes from the phone's storage; null when it came from the library. */
  seenAt: number | null = null;
  /** The library's day (`YYYY-MM-DD`) of the last answer; null before any. */
  libraryDay: string | null = null;
  isLoading = false;
  private latest = 0;
  private readonly sources: Sources;
  private readonly question: Question<N>;

  constructor(sources: Sources, question: Question<N>) {
    this.sources = sources;
    this.question = question;
    makeAutoObservable<this, 'latest' | 'sources' | 'question'>(
      this,
      { value: observable.ref, latest: false, sources: false, question: false },
      { autoBind: true },
    );
  }

  get status(): LoadStatus {
    if (this.value !== null) return 'content';
    return this.failure !== null && !this.isLoading ? 'failed' : 'loading';
  }

  /** Whether what is shown is old because the library could not be reached. */
  get isOutOfDate(): boolean {
    return this.seenAt !== null && this.failure !== null && !this.isLoading;
  }

  /** Shows what was seen last, then what the library says now. Of answers that overtake each other the last asked wins. */
  async load(): Promise<void> {
    if (this.value === null) this.recall();
    this.latest += 1;
    const turn = this.latest;
    this.isLoading = true;
    const reply = await this.sources.call(this.question.name, this.question.input);
    if (turn !== this.latest) return;
    runInAction(() => {
      this.isLoading = false;
      this.libraryDay = reply.libraryDay;
      if (reply.ok) this.take(reply.value);
      else this.fail(codeOf(reply));
    });
  }

  /** Shows what another answer has told already, until the next load. */
  put(value: Output<ActionOf<N>>): void {
    this.latest += 1;
    this.isLoading = false;
    this.take(value);
  }

  /** As if it had never been asked: for what belonged to a card that is no longer bound. */
  reset(): void {
    this.latest += 1;
    this.isLoading = false;
    this.value = null;
    this.failure = null;
    this.seenAt = null;
  }

  private recall(): void {
    const entry = this.sources.seen.recall<Output<ActionOf<N>>>(this.question.key);
    if (entry === null) return;
    this.value = entry.value;
    this.seenAt = entry.at;
  }

  private take(value: Output<ActionOf<N>>): void {
    this.value = value;
    this.failure = null;
    this.seenAt = null;
    this.sources.seen.remember(this.question.key, value);
  }

  private fail(code: FailureOf<N>): void {
    this.failure = code;
    if (!this.question.endedBy?.includes(code)) return;
    this.value = null;
    this.sources.seen.forget(this.question.key);
  }
}
