import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { codeOf, type FailureOf } from '../failure';
import { keptOfLink } from '../membership/family-links';
import { RemoteValue } from '../remote-value';
import type { RequestKeys } from '../request-keys';
import type { SeenReplies } from '../seen-replies';

export type Loan = Output<ActionOf<'circulation.loans'>>['loans'][number];
export type Renewal = Loan['renewal'];
/** What became of one loan that was to be renewed. */
export type RenewalResult = { readonly loanId: string; readonly title: string; readonly renewal: Renewal };

type Sources = { readonly call: Call; readonly seen: SeenReplies; readonly keys: RequestKeys };

/** A loan right after it was to be renewed: what a further renewal would do, only the library can say. */
function afterRenewal(loan: Loan, renewal: Renewal | undefined): Loan {
  if (renewal === undefined) return loan;
  if (!renewal.granted) return { ...loan, renewal };
  const { newDueOn, renewalsLeft } = renewal;
  const next: Renewal = { granted: false, reasons: [] };
  return { ...loan, dueOn: newDueOn, renewals: loan.renewals + 1, renewalsLeft, fineSoFar: 0, renewal: next };
}

/** What is borrowed on one card, and renewing it: one, some or all at once. */
export class LoansStore {
  readonly list: RemoteValue<'circulation.loans'>;
  /** The loans that are chosen; null while nothing is being chosen. */
  chosen: readonly string[] | null = null;
  /** The patron wants to renew all, and has yet to see the new due days. */
  isAskedForAll = false;
  /** The loans on their way to being renewed. */
  renewing: readonly string[] = [];
  /** What the last renewal did to each loan; null when it has been looked at. */
  results: readonly RenewalResult[] | null = null;
  /** Why the last renewal got no answer for its loans. */
  failure: FailureOf<'circulation.renewMany'> | null = null;
  private readonly sources: Sources;
  private readonly familyLinkId: string | undefined;

  constructor(sources: Sources, familyLinkId?: string) {
    this.sources = sources;
    this.familyLinkId = familyLinkId;
    this.list = new RemoteValue(sources, {
      name: 'circulation.loans',
      input: this.family,
      key: familyLinkId === undefined ? 'loans' : keptOfLink(familyLinkId).loans,
      endedBy: familyLinkId === undefined ? [] : ['forbidden'],
    });
    makeAutoObservable<this, 'sources' | 'familyLinkId' | 'family' | 'isLinkOver'>(
      this,
      {
        list: false,
        sources: false,
        familyLinkId: false,
        family: false,
        isLinkOver: false,
        chosen: observable.ref,
        renewing: observable.ref,
        results: observable.ref,
      },
      { autoBind: true },
    );
  }

  get loans(): readonly Loan[] {
    return this.list.value?.loans ?? [];
  }

  /** What renewing would extend, due first. */
  get renewable(): readonly Loan[] {
    return this.loans.filter(({ renewal }) => renewal.granted);
  }

  /** Starts choosing, with nothing chosen. */
  startChoosing(): void {
    this.chosen = [];
  }

  stopChoosing(): void {
    this.chosen = null;
  }

  /** Shows what renewing all would do, to be confirmed. */
  askToRenewAll(): void {
    this.isAskedForAll = this.renewable.length > 0;
  }

  stopAsking(): void {
    this.isAskedForAll = false;
  }

  toggle(loanId: string): void {
    if (this.chosen === null) return;
    this.chosen = this.chosen.includes(loanId)
      ? this.chosen.filter((each) => each !== loanId)
      : [...this.chosen, loanId];
  }

  /** Renews these loans as they were last seen, and shows what became of each. One renewal at a time. */
  async renew(loanIds: readonly string[]): Promise<void> {
    const wanted = this.loans.filter(({ loanId }) => loanIds.includes(loanId));
    if (this.renewing.length > 0 || wanted.length === 0) return;
    const loans = wanted.map(({ loanId, dueOn }) => ({ loanId, seenDueOn: dueOn }));
    this.renewing = loanIds;
    this.failure = null;
    const reply = await this.sources.keys.send(JSON.stringify(loans), (requestKey) =>
      this.sources.call('circulation.renewMany', { loans, requestKey, ...this.family }),
    );
    runInAction(() => {
      this.renewing = [];
      if (reply.ok) this.take(reply.value);
      else this.failure = codeOf(reply);
    });
    if (reply.ok || this.isLinkOver) await this.list.load();
  }

  /** The results have been looked at, or what kept them away. */
  closeResults(): void {
    this.results = null;
    this.failure = null;
  }

  /** Forgets everything of a card that is no longer bound. */
  reset(): void {
    this.list.reset();
    this.chosen = null;
    this.isAskedForAll = false;
    this.renewing = [];
    this.closeResults();
  }

  private take({ results }: Output<ActionOf<'circulation.renewMany'>>): void {
    const titles = new Map(this.loans.map(({ loanId, title }) => [loanId, title]));
    const renewals = new Map(results.map(({ loanId, renewal }) => [loanId, renewal]));
    this.results = results.map((each) => ({ ...each, title: titles.get(each.loanId) ?? '' }));
    this.chosen = null;
    this.isAskedForAll = false;
    const loans = this.loans.map((loan) => afterRenewal(loan, renewals.get(loan.loanId)));
    this.list.put({ loans: loans.sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn))) });
  }

  /** The last renewal was refused because the family link is no more: what was seen through it goes. */
  private get isLinkOver(): boolean {
    return this.familyLinkId !== undefined && this.failure === 'forbidden';
  }

  private get family(): { familyLinkId?: string } {
    return this.familyLinkId === undefined ? {} : { familyLinkId: this.familyLinkId };
  }
}
