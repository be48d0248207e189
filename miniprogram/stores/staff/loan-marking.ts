import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Input, Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import { failureOf, type FailureOf } from '../failure';
import type { RequestKeys } from '../request-keys';

type Sources = { readonly call: Call; readonly keys: RequestKeys };
type Found = Output<ActionOf<'circulation.loanAtDesk'>>;
export type LoanMark = Input<ActionOf<'circulation.markLoan'>>['mark'];
export type LoanMarkingField = 'barcode' | 'reason';

/** One loan as the desk looks at it by its copy, and what is noted about it; the reason stands in the audit log. */
export class LoanMarking {
  barcode = '';
  reason = '';
  /** What is missing before anything is sent. */
  fault: LoanMarkingField | null = null;
  found: Found | null = null;
  failure: FailureOf<'circulation.loanAtDesk'> | null = null;
  isLooking = false;
  /** The library's day of what was found. */
  libraryDay: string | null = null;
  readonly marking: Deed<'circulation.markLoan'>;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.marking = new Deed(sources, 'circulation.markLoan');
    makeAutoObservable<this, 'sources'>(
      this,
      { marking: false, sources: false, found: observable.ref },
      { autoBind: true },
    );
  }

  type(field: LoanMarkingField, text: string): void {
    this[field] = text;
    if (this.fault === field) this.fault = null;
  }

  /** Looks up the loan of the copy whose bar code stands there. */
  async look(): Promise<void> {
    const barcode = this.barcode.trim();
    this.fault = barcode === '' ? 'barcode' : this.reasonFault;
    if (this.fault !== null || this.isLooking) return;
    this.isLooking = true;
    const reply = await this.sources.call('circulation.loanAtDesk', { barcode, reason: this.reason.trim() });
    runInAction(() => {
      this.isLooking = false;
      this.failure = failureOf(reply);
      if (reply.ok) this.found = reply.value;
      this.libraryDay = reply.libraryDay;
    });
  }

  /** Notes it about the loan that was found, or takes it back; @returns whether it was done. */
  async mark(mark: LoanMark, isOn: boolean): Promise<boolean> {
    this.fault = this.reasonFault;
    if (this.fault !== null || this.found === null) return false;
    const [barcode, reason] = [this.barcode.trim(), this.reason.trim()];
    const marked = await this.marking.run({ barcode, mark, isOn, reason });
    if (marked === null) return false;
    runInAction(() => {
      this.found = marked;
    });
    return true;
  }

  /** Ready for the next copy: nothing of this loan stays. */
  startOver(): void {
    this.barcode = '';
    this.reason = '';
    this.found = null;
    this.failure = null;
    this.marking.forget();
  }

  private get reasonFault(): 'reason' | null {
    return this.reason.trim() === '' ? 'reason' : null;
  }
}
