import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Input, Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import type { RequestKeys } from '../request-keys';

type Sources = {
  readonly call: Call;
  readonly keys: RequestKeys;
  readonly dayAfter: (days: number) => string;
};
type Terms = Omit<Input<ActionOf<'membership.inviteFamily'>>, 'requestKey'>;
/** How long a link may last, in days. */
export const spans = { month: 30, half: 182, year: 365 } as const;
export type Span = keyof typeof spans;

/** Offering a family link: the terms, and the code that the other side enters to consent. */
export class FamilyInvite {
  whose: Terms['whose'] = 'mine';
  right: Terms['right'] = 'see';
  span: Span = 'half';
  invitation: Output<ActionOf<'membership.inviteFamily'>> | null = null;
  readonly inviting: Deed<'membership.inviteFamily'>;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.inviting = new Deed(sources, 'membership.inviteFamily');
    makeAutoObservable<this, 'sources'>(
      this,
      { inviting: false, invitation: observable.ref, sources: false },
      { autoBind: true },
    );
  }

  /** The last day of the link, `YYYY-MM-DD`. */
  get endsOn(): string {
    return this.sources.dayAfter(spans[this.span]);
  }

  chooseWhose(whose: Terms['whose']): void {
    this.whose = whose;
    this.inviting.forget();
  }

  chooseRight(right: Terms['right']): void {
    this.right = right;
    this.inviting.forget();
  }

  chooseSpan(span: Span): void {
    this.span = span;
    this.inviting.forget();
  }

  /** Makes out a code for these terms. */
  async invite(): Promise<void> {
    const { whose, right, endsOn } = this;
    const invitation = await this.inviting.run({ whose, right, endsOn });
    runInAction(() => {
      this.invitation = invitation ?? this.invitation;
    });
  }

  /** Back to the terms, for another code. */
  startOver(): void {
    this.invitation = null;
  }
}
