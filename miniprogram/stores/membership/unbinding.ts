import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { failureOf, type FailureOf } from '../failure';
import type { RequestKeys } from '../request-keys';
import type { Session } from '../session';

type Sources = { readonly call: Call; readonly keys: RequestKeys; readonly session: Session };

/** Ending the binding of this WeChat. What was kept of the card goes with it. */
export class Unbinding {
  isSending = false;
  failure: FailureOf<'membership.unbindCard'> | null = null;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    makeAutoObservable<this, 'sources'>(this, { sources: false }, { autoBind: true });
  }

  /** @returns whether this WeChat has no card now. */
  async unbind(): Promise<boolean> {
    if (this.isSending) return false;
    this.isSending = true;
    this.failure = null;
    const reply = await this.sources.keys.send('unbind', (requestKey) =>
      this.sources.call('membership.unbindCard', { requestKey }),
    );
    const failure = failureOf(reply);
    // Whoever is told that nothing is bound has what was wanted.
    const isGone = failure === null || failure === 'not-bound' || failure === 'signed-out';
    runInAction(() => {
      this.isSending = false;
      this.failure = isGone ? null : failure;
      if (failure === null) this.sources.session.cardGone(null);
    });
    return isGone;
  }
}
