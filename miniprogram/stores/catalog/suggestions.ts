import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { tidied } from './search-request';

export type Suggestion = Output<ActionOf<'catalog.suggest'>>['suggestions'][number];

type Sources = { readonly call: Call; readonly wait: (milliseconds: number) => Promise<void> };

/** Long enough that a word typed in one go costs one question. */
const pauseMs = 160;

/** Completions of what is being typed. They are an extra: when they do not come, nothing is said. */
export class Suggestions {
  text = '';
  found: readonly Suggestion[] = [];
  private latest = 0;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    makeAutoObservable<this, 'latest' | 'sources'>(
      this,
      { found: observable.ref, latest: false, sources: false },
      { autoBind: true },
    );
  }

  /** The text changed: the completions follow once the typing pauses, unless it goes on first. */
  async type(text: string): Promise<void> {
    this.latest += 1;
    const turn = this.latest;
    this.text = text;
    const query = tidied(text);
    if (query === '') {
      this.found = [];
      return;
    }
    await this.sources.wait(pauseMs);
    if (turn !== this.latest) return;
    const reply = await this.sources.call('catalog.suggest', { query });
    if (turn !== this.latest) return;
    runInAction(() => {
      this.found = reply.ok ? reply.value.suggestions : [];
    });
  }

  /** Nothing is being typed any more. */
  stop(): void {
    this.latest += 1;
    this.found = [];
  }
}
