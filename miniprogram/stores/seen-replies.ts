import type { Storage } from './storage';

const indexKey = 'seen';

type Entry<T> = { readonly value: T; readonly at: number };

/**
 * What the patron saw last, kept on the phone so that it stands there at once next time, also without a network.
 * The longest unseen goes first when there are more than `capacity`.
 */
export class SeenReplies {
  private readonly storage: Storage;
  private readonly now: () => number;
  private readonly capacity: number;

  constructor(storage: Storage, now: () => number, capacity = 60) {
    this.storage = storage;
    this.now = now;
    this.capacity = capacity;
  }

  /** The value last remembered under `key` and the instant (ms) it was; null when there is none. */
  recall<T>(key: string): Entry<T> | null {
    return (this.storage.read(`${indexKey}/${key}`) as Entry<T> | undefined) ?? null;
  }

  remember(key: string, value: unknown): void {
    const keys = [key, ...this.keys().filter((known) => known !== key)];
    for (const forgotten of keys.slice(this.capacity)) this.storage.remove(`${indexKey}/${forgotten}`);
    this.storage.write(indexKey, keys.slice(0, this.capacity));
    this.storage.write(`${indexKey}/${key}`, { value, at: this.now() } satisfies Entry<unknown>);
  }

  forget(key: string): void {
    this.storage.write(
      indexKey,
      this.keys().filter((known) => known !== key),
    );
    this.storage.remove(`${indexKey}/${key}`);
  }

  private keys(): readonly string[] {
    return (this.storage.read(indexKey) as readonly string[] | undefined) ?? [];
  }
}
