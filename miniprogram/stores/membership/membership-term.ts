import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { Call } from '../../../cloudfunctions/api';
import { failureOf, type FailureOf } from '../failure';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

/** What the membership of the bound card allows, until when, and prolonging it. */
export class MembershipTerm {
  readonly membership: RemoteValue<'membership.membership'>;
  isProlonging = false;
  failure: FailureOf<'membership.prolongMembership'> | null = null;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.membership = new RemoteValue(sources, {
      name: 'membership.membership',
      input: {},
      key: 'membership',
      endedBy: ['not-bound', 'signed-out'],
    });
    makeAutoObservable<this, 'sources'>(this, { membership: false, sources: false }, { autoBind: true });
  }

  /** @returns the new last day (`YYYY-MM-DD`); null where it was not prolonged. */
  async prolong(): Promise<string | null> {
    if (this.isProlonging) return null;
    const what = `prolong/${this.membership.value?.endsOn ?? ''}`;
    this.isProlonging = true;
    this.failure = null;
    const reply = await this.sources.keys.send(what, (requestKey) =>
      this.sources.call('membership.prolongMembership', { requestKey }),
    );
    const failure = failureOf(reply);
    runInAction(() => {
      this.isProlonging = false;
      this.failure = failure;
    });
    if (failure !== 'unavailable') await this.membership.load();
    return reply.ok ? reply.value.endsOn : null;
  }
}
