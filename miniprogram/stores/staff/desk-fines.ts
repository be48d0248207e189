import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import { failureOf, type FailureOf } from '../failure';
import type { RequestKeys } from '../request-keys';

type Sources = { readonly call: Call; readonly keys: RequestKeys };
type Found = Output<ActionOf<'circulation.finesAtDesk'>>;
export type DeskFinesField = 'card' | 'reason';

/** What one patron owes, as the desk looks at it and settles it; the reason stands in the audit log each time. */
export class DeskFines {
  card = '';
  reason = '';
  /** What is missing before anything is sent. */
  fault: DeskFinesField | null = null;
  found: Found | null = null;
  failure: FailureOf<'circulation.finesAtDesk'> | null = null;
  isLooking = false;
  /** The library's day of what was found. */
  libraryDay: string | null = null;
  readonly settling: Deed<'circulation.settleFine'>;
  readonly givingBack: Deed<'circulation.giveBack'>;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.settling = new Deed(sources, 'circulation.settleFine');
    this.givingBack = new Deed(sources, 'circulation.giveBack');
    makeAutoObservable<this, 'sources'>(
      this,
      { settling: false, givingBack: false, sources: false, found: observable.ref },
      { autoBind: true },
    );
  }

  type(field: DeskFinesField, text: string): void {
    this[field] = text;
    if (this.fault === field) this.fault = null;
  }

  /** Looks up what the card that was typed owes. */
  async look(): Promise<void> {
    const card = this.card.trim();
    this.fault = card === '' ? 'card' : this.reasonFault;
    if (this.fault !== null || this.isLooking) return;
    this.isLooking = true;
    const reply = await this.sources.call('circulation.finesAtDesk', { card, reason: this.reason.trim() });
    runInAction(() => {
      this.isLooking = false;
      this.failure = failureOf(reply);
      if (reply.ok) this.found = reply.value;
      this.libraryDay = reply.libraryDay;
    });
  }

  /** Settles one fine for the reason that stands there; @returns whether it was done. */
  settle(fineId: string, how: 'paid' | 'waived'): Promise<boolean> {
    return this.note((reason) => this.settling.run({ fineId, how, reason }));
  }

  /** Notes that what a payment came to too much was given back; @returns whether it was done. */
  giveBack(paymentId: string): Promise<boolean> {
    return this.note((reason) => this.givingBack.run({ paymentId, reason }));
  }

  /** Ready for the next patron: nothing of this one stays. */
  startOver(): void {
    this.card = '';
    this.reason = '';
    this.found = null;
    this.failure = null;
    this.settling.forget();
    this.givingBack.forget();
  }

  /** Does one thing for the reason that stands there, and looks at what it came to. */
  private async note(deed: (reason: string) => Promise<unknown>): Promise<boolean> {
    this.fault = this.reasonFault;
    if (this.fault !== null || (await deed(this.reason.trim())) === null) return false;
    await this.look();
    return true;
  }

  private get reasonFault(): 'reason' | null {
    return this.reason.trim() === '' ? 'reason' : null;
  }
}
