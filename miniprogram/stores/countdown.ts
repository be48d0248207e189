import { makeAutoObservable } from 'mobx-miniprogram';

/** Where a countdown takes its time from. */
export type Ticking = {
  readonly now: () => number;
  /** Runs something once a second until the function that it gives is called. */
  readonly everySecond: (tick: () => void) => () => void;
};

/** The time (ms) that is left until an instant, told anew each second while its page is open. */
export class Countdown {
  private at: number;
  private stopClock = (): void => {};
  private readonly ticking: Ticking;
  private readonly ticked: () => void;

  /** `ticked` is run after each tick: for what is over with the time. */
  constructor({ now, everySecond }: Ticking, ticked: () => void = () => {}) {
    this.ticking = { now, everySecond };
    this.ticked = ticked;
    this.at = now();
    makeAutoObservable<this, 'ticking' | 'ticked' | 'stopClock'>(
      this,
      { ticking: false, ticked: false, stopClock: false },
      { autoBind: true },
    );
  }

  /** The page is open: the time runs. */
  open(): void {
    this.stopClock = this.ticking.everySecond(() => this.tick());
  }

  /** The page closes. */
  close(): void {
    this.stopClock();
  }

  /** Looks at the clock once. */
  tick(): void {
    this.at = this.ticking.now();
    this.ticked();
  }

  /** How long (ms) it is still until that instant; 0 once it is past. */
  leftUntil(instant: number): number {
    return Math.max(0, instant - this.at);
  }
}
