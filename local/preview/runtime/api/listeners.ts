type Listener = (value: unknown) => void;

/** A pair of `wx.onX` and `wx.offX`; `emit` calls the listeners. */
export class Listeners {
  private readonly all = new Set<Listener>();
  readonly on = (listener: Listener): void => {
    this.all.add(listener);
  };
  /** Without a listener all are removed. */
  readonly off = (listener?: Listener): void => {
    if (listener) this.all.delete(listener);
    else this.all.clear();
  };

  emit(value: unknown): void {
    for (const listener of this.all) {
      try {
        listener(value);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
