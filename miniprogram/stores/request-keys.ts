/**
 * Keys for requests that change something. One that got no answer keeps its key, so that trying again does it once
 * however often it arrived.
 */
export class RequestKeys {
  private readonly open = new Map<string, string>();
  private readonly make: () => string;

  constructor(make: () => string) {
    this.make = make;
  }

  /** The key of a request that says `what`; the same until `done`. */
  keyFor(what: string): string {
    const key = this.open.get(what) ?? this.make();
    this.open.set(what, key);
    return key;
  }

  /** The library has answered: the same request again is a new one. */
  done(what: string): void {
    this.open.delete(what);
  }
}
