type Answer =
  { readonly ok: true } | { readonly ok: false; readonly reasons: readonly { readonly code: string }[] };

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

  /**
   * Sends the request that says `what` with its key. Once the library has answered, whatever it said, the same request
   * again is a new one; `unavailable` is no answer.
   */
  async send<A extends Answer>(what: string, request: (requestKey: string) => Promise<A>): Promise<A> {
    const key = this.open.get(what) ?? this.make();
    this.open.set(what, key);
    const reply = await request(key);
    if (reply.ok || reply.reasons[0]?.code !== 'unavailable') this.open.delete(what);
    return reply;
  }
}
