/** So long after the last request nobody seems to be asking. */
const quietMs = 250;
/** Between two pieces of work, so that a request that comes meanwhile is answered first. */
const pauseMs = 5;

/**
 * Does work that can wait, a little at a time, while nobody asks: after an import an index is left in a dozen runs,
 * and each of them makes every query slower. `work` tells whether it found something to do.
 */
export class IdleMerging {
  private readonly work: () => boolean;
  private alarm: NodeJS.Timeout | undefined;
  private asking = 0;
  private isThere = true;
  private waiting: (() => void)[] = [];

  constructor(work: () => boolean) {
    this.work = work;
    this.wait(quietMs);
  }

  /** Runs a request, during and right after which nothing else is done. */
  async during<T>(request: () => Promise<T>): Promise<T> {
    this.asking += 1;
    clearTimeout(this.alarm);
    try {
      return await request();
    } finally {
      this.asking -= 1;
      this.wait(quietMs);
    }
  }

  /** Resolves when nothing is left to do. */
  done(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.wait(pauseMs);
    });
  }

  stop(): void {
    this.isThere = false;
    clearTimeout(this.alarm);
    this.finish();
  }

  /** A disk that is full must not end the process: the next write says so itself, and merging can wait. */
  private hasWorked(): boolean {
    try {
      return this.work();
    } catch {
      return false;
    }
  }

  private finish(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting = [];
  }

  private wait(milliseconds: number): void {
    if (!this.isThere || this.asking > 0) return;
    clearTimeout(this.alarm);
    this.alarm = setTimeout(() => {
      if (this.hasWorked()) this.wait(pauseMs);
      else this.finish();
    }, milliseconds);
    this.alarm.unref();
  }
}
