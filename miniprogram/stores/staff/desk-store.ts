import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import { failureOf, type FailureOf } from '../failure';
import type { RequestKeys } from '../request-keys';
import type { Storage } from '../storage';
import { DeskPatron, type ScannedCard } from './desk-patron';

type Sources = { readonly call: Call; readonly keys: RequestKeys; readonly storage: Storage };

export type DeskMode = 'in' | 'out' | 'shelf' | 'pick';
type CheckedIn = Output<ActionOf<'circulation.checkIn'>>;
type CheckedOut = Output<ActionOf<'circulation.checkOut'>>;
/** A copy that was taken back or lent just now; `place` counts up. */
export type DeskLine = { readonly place: number } & (
  { readonly kind: 'in'; readonly result: CheckedIn } | { readonly kind: 'out'; readonly result: CheckedOut }
);
export type ShelvedCopy = Output<ActionOf<'circulation.pickupShelf'>>['copies'][number];
export type CopyToFetch = Output<ActionOf<'circulation.pickList'>>['copies'][number];

const branchKey = 'desk-branch';
const mostLines = 30;

/** The desk: copies are taken back and lent one after another, and the pickup shelf of a branch and what to fetch for holds are seen. */
export class DeskStore {
  mode: DeskMode = 'in';
  branchId: string;
  lines: readonly DeskLine[] = [];
  shelf: readonly ShelvedCopy[] | null = null;
  picks: readonly CopyToFetch[] | null = null;
  shelfFailure: FailureOf<'circulation.pickupShelf'> | null = null;
  readonly patron: DeskPatron;
  readonly checkingIn: Deed<'circulation.checkIn'>;
  readonly checkingOut: Deed<'circulation.checkOut'>;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.branchId = (sources.storage.read(branchKey) as string | undefined) ?? '';
    this.patron = new DeskPatron(sources.call);
    this.checkingIn = new Deed(sources, 'circulation.checkIn');
    this.checkingOut = new Deed(sources, 'circulation.checkOut');
    makeAutoObservable<this, 'sources'>(
      this,
      {
        lines: observable.ref,
        shelf: observable.ref,
        picks: observable.ref,
        patron: false,
        checkingIn: false,
        checkingOut: false,
        sources: false,
      },
      { autoBind: true },
    );
  }

  get isBusy(): boolean {
    return this.checkingIn.isBusy || this.checkingOut.isBusy;
  }

  /** The branch that this desk stands in; the phone remembers it. */
  chooseBranch(branchId: string): void {
    this.branchId = branchId;
    this.shelf = null;
    this.picks = null;
    this.sources.storage.write(branchKey, branchId);
    void this.load();
  }

  show(mode: DeskMode): void {
    this.mode = mode;
    this.checkingIn.forget();
    this.checkingOut.forget();
    void this.load();
  }

  /** The number of the card to lend to; empty for the next patron. */
  setCard(card: string): void {
    this.patron.type(card);
    this.checkingOut.forget();
  }

  /** The card to lend to, as the camera read it. */
  async scanCard(scanned: ScannedCard): Promise<void> {
    this.checkingOut.forget();
    await this.patron.scan(scanned);
  }

  /** Takes back or lends the copy of this bar code, as the desk is set. @returns whether it was done. */
  async take(barcode: string): Promise<boolean> {
    const typed = barcode.trim();
    if (typed === '') return false;
    return this.mode === 'in' ? this.checkIn(typed) : this.checkOut(typed);
  }

  /** Reads anew what is shown of the branch: its pickup shelf, or what is fetched for holds. */
  async load(): Promise<void> {
    const { mode, branchId } = this;
    if (mode !== 'shelf' && mode !== 'pick') return;
    const { call } = this.sources;
    const reply =
      mode === 'shelf'
        ? await call('circulation.pickupShelf', { branchId })
        : await call('circulation.pickList', { branchId });
    if (branchId !== this.branchId || mode !== this.mode) return;
    runInAction(() => {
      this.shelfFailure = failureOf(reply);
      if (!reply.ok) return;
      if (mode === 'shelf') this.shelf = reply.value.copies as readonly ShelvedCopy[];
      else this.picks = reply.value.copies as readonly CopyToFetch[];
    });
  }

  private async checkIn(barcode: string): Promise<boolean> {
    const result = await this.checkingIn.run({ barcode, branchId: this.branchId });
    if (result !== null) this.add({ kind: 'in', result, place: this.nextPlace });
    return result !== null;
  }

  private async checkOut(barcode: string): Promise<boolean> {
    const result = await this.checkingOut.run({ card: this.patron.card, barcode });
    if (result !== null) this.add({ kind: 'out', result, place: this.nextPlace });
    return result !== null;
  }

  private get nextPlace(): number {
    return (this.lines[0]?.place ?? 0) + 1;
  }

  private add(line: DeskLine): void {
    this.lines = [line, ...this.lines].slice(0, mostLines);
  }
}
