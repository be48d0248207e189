import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output, Reply } from '../../../cloudfunctions/kernel/contract';
import type { Application } from '../membership/application-details';
import { codeOf, type FailureOf } from '../failure';
import type { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';

type Decided = Output<ActionOf<'membership.decideApplication'>>;

/** One application before staff: what the applicant told and proved, and deciding it as it was seen. */
export class ApplicationReview {
  readonly seen: RemoteValue<'membership.reviewApplication'>;
  reason = '';
  /** Which decision is on its way. */
  deciding: 'approve' | 'refuse' | null = null;
  decided: Decided | null = null;
  failure: FailureOf<'membership.decideApplication'> | null = null;
  private readonly call: Call;
  private readonly keys: RequestKeys;

  constructor(call: Call, keys: RequestKeys, seen: RemoteValue<'membership.reviewApplication'>) {
    this.call = call;
    this.keys = keys;
    this.seen = seen;
    makeAutoObservable<this, 'call' | 'keys'>(
      this,
      { seen: false, decided: observable.ref, call: false, keys: false },
      { autoBind: true },
    );
  }

  get application(): Application | null {
    return this.seen.value?.application ?? null;
  }

  typeReason(text: string): void {
    this.reason = text;
    if (this.failure === 'reason-needed') this.failure = null;
  }

  /** Decides it; an application that the applicant changed meanwhile is shown anew instead. */
  async decide(decision: 'approve' | 'refuse'): Promise<void> {
    const { application } = this;
    if (application === null || this.deciding !== null) return;
    const reason = this.reason.trim();
    if (decision === 'refuse' && reason === '') {
      this.failure = 'reason-needed';
      return;
    }
    const { applicationId, revision } = application;
    const input = { applicationId, revision, decision, reason };
    this.deciding = decision;
    this.failure = null;
    const reply = await this.keys.send(JSON.stringify(input), (requestKey) =>
      this.call('membership.decideApplication', { ...input, requestKey }),
    );
    runInAction(() => this.take(reply));
    if (this.failure === 'changed-since' || this.failure === 'already-decided') await this.seen.load();
  }

  /** A link of ten minutes to a proof; the look is noted. */
  linkTo(proofId: string): Promise<Reply<ActionOf<'membership.reviewProof'>>> {
    return this.call('membership.reviewProof', {
      applicationId: this.application?.applicationId ?? '',
      proofId,
    });
  }

  private take(reply: Reply<ActionOf<'membership.decideApplication'>>): void {
    this.deciding = null;
    if (reply.ok) this.decided = reply.value;
    else this.failure = codeOf(reply);
  }
}
