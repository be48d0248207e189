import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionName, ActionOf, Call } from '../../cloudfunctions/api';
import type { Input, Output, Reply } from '../../cloudfunctions/kernel/contract';
import type { FailureOf } from './failure';
import type { RequestKeys } from './request-keys';

/** The actions that change something: each request has its key. */
type DeedName = {
  [N in ActionName]: Input<ActionOf<N>> extends { readonly requestKey: string } ? N : never;
}[ActionName];

type Sources = { readonly call: Call; readonly keys: RequestKeys };
type Refused<N extends ActionName> = Extract<Reply<ActionOf<N>>, { readonly ok: false }>['reasons'];

/**
 * Something that a patron or a librarian does: one at a time, every reason where it was refused. Without an answer the
 * next try is the same request.
 */
export class Deed<N extends DeedName> {
  isBusy = false;
  reasons: Refused<N> = [];
  private readonly sources: Sources;
  private readonly name: N;

  constructor(sources: Sources, name: N) {
    this.sources = sources;
    this.name = name;
    makeAutoObservable<this, 'sources' | 'name'>(
      this,
      { reasons: observable.ref, sources: false, name: false },
      { autoBind: true },
    );
  }

  /** The first of the reasons; null while there is none. */
  get failure(): FailureOf<N> | null {
    return (this.reasons[0] as { readonly code: FailureOf<N> } | undefined)?.code ?? null;
  }

  /** Asks for it; null where it was refused or is on its way already. */
  async run(wanted: Omit<Input<ActionOf<N>>, 'requestKey'>): Promise<Output<ActionOf<N>> | null> {
    if (this.isBusy) return null;
    const what = `${this.name}/${JSON.stringify(wanted)}`;
    this.isBusy = true;
    this.reasons = [];
    const reply = await this.sources.keys.send(what, (requestKey) =>
      this.sources.call(this.name, { ...wanted, requestKey }),
    );
    runInAction(() => {
      this.isBusy = false;
      this.reasons = reply.ok ? [] : reply.reasons;
    });
    return reply.ok ? reply.value : null;
  }

  /** What was refused has been read. */
  forget(): void {
    this.reasons = [];
  }
}
