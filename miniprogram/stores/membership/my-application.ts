import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import type { Application } from './application-details';
import { Deed } from '../deed';
import { failureOf, type FailureOf } from '../failure';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

/** The newest application of this WeChat, and taking it back. */
export class MyApplication {
  readonly latest: RemoteValue<'membership.application'>;
  /** Binding the card of the approved application again. */
  readonly rebinding: Deed<'membership.bindOwnMembership'>;
  isWithdrawing = false;
  failure: FailureOf<'membership.withdrawApplication'> | null = null;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.latest = new RemoteValue(sources, { name: 'membership.application', input: {}, key: 'application' });
    this.rebinding = new Deed(sources, 'membership.bindOwnMembership');
    makeAutoObservable<this, 'sources'>(
      this,
      { latest: false, rebinding: false, sources: false },
      { autoBind: true },
    );
  }

  get application(): Application | null {
    return this.latest.value?.application ?? null;
  }

  /** The whole number of the card that it brought; null before, and where an older answer did not tell. */
  get card(): string | null {
    return this.latest.value?.card ?? null;
  }

  /** The library has just answered with it. */
  put(application: Application): void {
    this.latest.put({ application, card: null });
  }

  async withdraw(): Promise<void> {
    const { application } = this;
    if (application === null || this.isWithdrawing) return;
    const { applicationId } = application;
    this.isWithdrawing = true;
    this.failure = null;
    const reply = await this.sources.keys.send(`withdraw/${applicationId}`, (requestKey) =>
      this.sources.call('membership.withdrawApplication', { applicationId, requestKey }),
    );
    const failure = failureOf(reply);
    runInAction(() => {
      this.isWithdrawing = false;
      this.failure = failure;
      if (reply.ok) this.put(reply.value.application);
    });
    if (failure === 'already-decided' || failure === 'no-such-application') await this.latest.load();
  }
}
