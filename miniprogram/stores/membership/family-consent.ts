import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import { failureOf, type FailureOf } from '../failure';
import type { RequestKeys } from '../request-keys';
import { typedCode } from './typed-code';

type Sources = { readonly call: Call; readonly keys: RequestKeys };
export type FamilyQuestion = Output<ActionOf<'membership.familyInvitation'>>;

/** Consenting to a family link: a code is looked at first, then consented to. */
export class FamilyConsent {
  code = '';
  isCodeMissing = false;
  /** What the code that was typed asks consent for; null while it has not been looked at. */
  question: FamilyQuestion | null = null;
  questionFailure: FailureOf<'membership.familyInvitation'> | null = null;
  /** The instant (ms) until which a code is not looked at, after too many wrong ones; null while there is no wait. */
  waitsUntil: number | null = null;
  isLooking = false;
  readonly accepting: Deed<'membership.acceptFamily'>;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.accepting = new Deed(sources, 'membership.acceptFamily');
    makeAutoObservable<this, 'sources'>(
      this,
      { accepting: false, question: observable.ref, sources: false },
      { autoBind: true },
    );
  }

  /** Another code: what an earlier one asked is no question any more. */
  type(code: string): void {
    this.code = code;
    this.isCodeMissing = false;
    this.question = null;
    this.questionFailure = null;
    this.waitsUntil = null;
    this.accepting.forget();
  }

  /** Looks at what the code asks consent for, before anybody consents. */
  async look(): Promise<void> {
    const code = typedCode(this.code);
    this.isCodeMissing = code === '';
    if (this.isCodeMissing || this.isLooking) return;
    this.isLooking = true;
    const reply = await this.sources.call('membership.familyInvitation', { code });
    runInAction(() => {
      this.isLooking = false;
      if (code !== typedCode(this.code)) return;
      const reason = reply.ok ? undefined : reply.reasons[0];
      this.questionFailure = failureOf(reply);
      this.waitsUntil = reason?.code === 'too-many-tries' ? reason.until : null;
      this.question = reply.ok ? reply.value : null;
    });
  }

  /** Consents to what was looked at; @returns whether the link holds now. */
  async accept(): Promise<boolean> {
    if (this.question === null) return false;
    return (await this.accepting.run({ code: typedCode(this.code) })) !== null;
  }
}
