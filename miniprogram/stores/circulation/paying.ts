import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ActionOf, Call } from '../../../cloudfunctions/api';
import type { Output } from '../../../cloudfunctions/kernel/contract';
import { Deed } from '../deed';
import type { RequestKeys } from '../request-keys';

type Order = Output<ActionOf<'circulation.startPayment'>>;
/** How WeChat's sheet ended, which is no proof of anything. */
export type SheetEnd = 'done' | 'cancelled' | 'failed';
type Sources = {
  readonly call: Call;
  readonly keys: RequestKeys;
  /** Opens WeChat's sheet for an order. */
  readonly askToPay: (parameters: Order['parameters']) => Promise<SheetEnd>;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** `pending`: the library does not know yet of what the phone says was paid. `closed`: the order is over, unpaid. */
export type PayingState =
  | 'idle'
  | 'starting'
  | 'asking'
  | 'confirming'
  | 'paid'
  | 'pending'
  | 'cancelled'
  | 'failed'
  | 'closed'
  | 'wrong-amount'
  | 'refused';

/** So long is waited before each question, in ms, until the payment is confirmed. */
const confirmAfter = [0, 1000, 2000, 4000];

/**
 * Paying fines on the phone. Only the library's own answer counts as paid. An order that is open is asked about and
 * offered again, never made twice for the same fines.
 */
export class Paying {
  state: PayingState = 'idle';
  /** The number of the receipt once it is paid. */
  receipt: string | null = null;
  readonly starting: Deed<'circulation.startPayment'>;
  private order: { readonly fines: string; readonly made: Order } | null = null;
  private readonly sources: Sources;

  constructor(sources: Sources) {
    this.sources = sources;
    this.starting = new Deed(sources, 'circulation.startPayment');
    makeAutoObservable<this, 'order' | 'sources'>(
      this,
      { starting: false, order: observable.ref, sources: false },
      { autoBind: true },
    );
  }

  get isBusy(): boolean {
    return this.state === 'starting' || this.state === 'asking' || this.state === 'confirming';
  }

  /** Pays these fines; @returns whether the library has confirmed it. */
  async pay(fineIds: readonly string[]): Promise<boolean> {
    if (this.isBusy) return false;
    const wasPending = this.state === 'pending';
    this.become('starting');
    const made = await this.orderOf([...fineIds].sort());
    if (made === null) return this.end('refused');
    // Whoever may have paid already is not asked for money before the library was.
    if (wasPending) return this.confirm(made, 'done');
    this.become('asking');
    const sheet = await this.sources.askToPay(made.parameters);
    return this.confirm(made, sheet);
  }

  /** Asks about an order that was begun on an earlier visit; @returns whether it has been paid. */
  async resume(paymentId: string): Promise<boolean> {
    if (this.state !== 'idle') return false;
    this.become('confirming');
    const reply = await this.sources.call('circulation.payment', { paymentId });
    if (!reply.ok || reply.value.state === 'open') return this.end('idle');
    const { state, receipt } = reply.value;
    runInAction(() => {
      this.receipt = receipt;
    });
    return this.end(state);
  }

  private async orderOf(fineIds: string[]): Promise<Order | null> {
    const fines = fineIds.join();
    if (this.order?.fines === fines) return this.order.made;
    const made = await this.starting.run({ fineIds });
    runInAction(() => {
      this.order = made === null ? null : { fines, made };
    });
    return made;
  }

  /** A phone may say `cancelled` of what was paid: the library is asked in any case. */
  private async confirm({ paymentId }: Order, sheet: SheetEnd): Promise<boolean> {
    this.become('confirming');
    for (const milliseconds of sheet === 'done' ? confirmAfter : [0]) {
      await this.sources.wait(milliseconds);
      const reply = await this.sources.call('circulation.payment', { paymentId });
      if (!reply.ok || reply.value.state === 'open') continue;
      const { state, receipt } = reply.value;
      runInAction(() => {
        this.receipt = receipt;
        this.order = null;
      });
      return this.end(state);
    }
    return this.end(sheet === 'done' ? 'pending' : sheet);
  }

  private become(state: PayingState): void {
    this.state = state;
  }

  private end(state: PayingState): boolean {
    this.become(state);
    return state === 'paid';
  }
}
